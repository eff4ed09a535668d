#!/bin/sh
# Starts the course, or the verb that is given, with the newest Python on the machine.
cd "$(dirname "$0")" || exit 1
for python in python3.14 python3.13 python3.12 python3.11 python3; do
  # On a Mac this one is Apple's: too old, and asks to install tools for developers where it is not there.
  if [ "$(uname)" = Darwin ] && [ "$(command -v "$python")" = /usr/bin/python3 ]; then
    continue
  fi
  # Asked, not looked for: some tools leave a name behind that starts nothing.
  if "$python" -c "" >/dev/null 2>&1; then
    exec "$python" course.py "${1:-lab}"
  fi
done
echo 'Kurset trenger Python 3.11 eller nyere. Hent det på https://www.python.org/downloads/'
echo 'The course needs Python 3.11 or newer. Get it at https://www.python.org/downloads/'
exit 1
