r"""The name vaultnet gives to a file's content: 32 hex digits that change with any byte.

digest(b"# Ada\n")  ->  "1d0bb0bd02e0e7c3..."
"""

try:
    from _blake2 import blake2b  # hashlib would load OpenSSL too: 6 ms for every command
except ImportError:  # a Python that is built another way
    from hashlib import blake2b

__all__ = ["blake2b", "digest"]


def digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
