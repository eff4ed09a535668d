#!/bin/sh
# Starts the course with the newest Python on the machine.
cd "$(dirname "$0")" || exit 1
for python in python3.14 python3.13 python3.12 python3.11 python3; do
  if command -v "$python" >/dev/null 2>&1; then
    exec "$python" course.py lab
  fi
done
echo 'Kurset trenger Python 3.11 eller nyere. Hent det på https://www.python.org/downloads/'
echo 'The course needs Python 3.11 or newer. Get it at https://www.python.org/downloads/'
exit 1
