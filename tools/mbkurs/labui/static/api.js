// Requests to the course's own part of the Jupyter server, by the cookie that the opening link has set.

const PATIENCE = 10000; // milliseconds; a server that hangs is a server that is away

export class RequestError extends Error {
  constructor(status, body) {
    super(`${status}`);
    this.status = status; // 0: the server cannot be reached
    this.reason = body?.reason;
  }
}

function cookie(name) {
  return document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
}

async function send(url, { method = "GET", body, keepalive = false }) {
  const signal = keepalive ? undefined : AbortSignal.timeout(PATIENCE);
  const headers = { "X-XSRFToken": cookie("_xsrf"), ...(body && { "Content-Type": "application/json" }) };
  try {
    return await fetch(url, { method, headers, keepalive, signal, cache: "no-store", body: body && JSON.stringify(body) });
  } catch {
    throw new RequestError(0);
  }
}

/** `api(path, { method, body, keepalive })` gives the parsed answer or throws a RequestError. */
export function createApi(base) {
  return async (path, options = {}) => {
    const response = await send(new URL(path, base), options);
    const data = await response.json().catch(() => undefined);
    // A login page in place of data means that the cookie is no longer good.
    if (!response.ok || data === undefined) throw new RequestError(response.ok ? 403 : response.status, data);
    return data;
  };
}
