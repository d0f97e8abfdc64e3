r"""The name vaultnet gives to a file's content: 32 hex digits that change with any byte.

digest(b"# Ada\n")  ->  "f9b35d77d103e2ca2b3abb8358b56946"
"""

from vaultnet.text.blake2 import blake2b


def digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
