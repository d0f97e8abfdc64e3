r"""The name vaultnet gives to a file's content: 32 hex digits that change with any byte.

digest(b"# Ada\n")  ->  "1d0bb0bd02e0e7c3..."
"""

from vaultnet.text.blake2 import blake2b


def digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
