"""`python -m noron` runs the command `noron`."""

import sys

from noron.cli import main

if __name__ == "__main__":
    sys.exit(main())
