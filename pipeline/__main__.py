"""`python -m pipeline` is `accord`."""

import sys

from pipeline.cli import main

sys.exit(main())
