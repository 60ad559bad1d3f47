"""Store: layers on disk, written atomically, and a cache by content key."""

from pipeline.store.cache import Cache
from pipeline.store.digests import digest_bytes, digest_files, digest_of
from pipeline.store.files import append_lines, read_bytes, write_files

__all__ = ["Cache", "append_lines", "digest_bytes", "digest_files", "digest_of", "read_bytes", "write_files"]
