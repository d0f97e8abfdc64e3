r"""The hash behind every digest here, without the rest of `hashlib`.

blake2b(b"# Ada\n", digest_size=4).hexdigest()   ->   "44afb680"
"""

try:
    from _blake2 import blake2b  # hashlib would load OpenSSL too: 3 to 6 ms for every command
except ImportError:  # a Python that is built another way
    from hashlib import blake2b

__all__ = ["blake2b"]
