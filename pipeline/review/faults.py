"""What stops a review or an import: told in one message, with what to do."""


class ReviewFault(Exception):
    """The page cannot be served."""


class ImportFault(Exception):
    """A file from which no decision can be taken at all."""
