"""What a page of the book may load: its own files, and nothing from anyone else."""

from base64 import b64encode
from hashlib import sha256

# Runs before anything is drawn, so that no page flashes white for a reader who chose dark, or jumps
# for one who chose large letters. The choices are those of book/assets/settings.js.
THEME_SCRIPT = (
    'const r=document.documentElement,d=r.dataset;r.classList.add("js");'
    'try{Object.assign(d,JSON.parse(localStorage.getItem("mbkurs:reading")))}catch{}'
    'if(!d.theme)d.theme=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light";'
    'if(!d.contrast&&matchMedia("(prefers-contrast: more)").matches)d.contrast="more"'
)

_RULES = (
    "default-src 'none'",
    "script-src 'self' '{inline}'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
)


def policy() -> str:
    """The content-security policy of every page; the one inline script is allowed by its hash."""
    digest = b64encode(sha256(THEME_SCRIPT.encode()).digest()).decode()
    return "; ".join(_RULES).format(inline=f"sha256-{digest}")
