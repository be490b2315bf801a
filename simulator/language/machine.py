"""What the machine refuses, in the user's language: the reasons of an operating system, by their numbers."""

from __future__ import annotations

import errno
from collections.abc import Mapping

from simulator.language.catalogue import Phrase, template

_REASONS: Mapping[int, str] = {
    errno.EACCES: template("you are not allowed to"),
    errno.EPERM: template("you are not allowed to"),
    errno.ENOENT: template("there is no such file or folder"),
    errno.ENOTDIR: template("a file stands where a folder is needed"),
    errno.EISDIR: template("it is a folder, not a file"),
    errno.EEXIST: template("it is there already"),
    errno.EROFS: template("the disk can only be read"),
    errno.ENOSPC: template("the disk is full"),
    errno.EIO: template("the disk or the terminal fails"),
    errno.ENAMETOOLONG: template("the name is too long"),
    errno.ELOOP: template("its links lead in a circle"),
    errno.EBUSY: template("another program is using it"),
    errno.EADDRINUSE: template("another program is using it"),
    errno.EADDRNOTAVAIL: template("this machine has no such address"),
    errno.EMFILE: template("too many files are open"),
    errno.ENFILE: template("too many files are open"),
    errno.EINVAL: template("no file can have such a name"),
}
if hasattr(errno, "EDQUOT"):  # Windows knows no quota by this name.
    _REASONS = {**_REASONS, errno.EDQUOT: template("your share of the disk is full")}


def reason_of(error: OSError) -> Phrase:
    """Why the system refused, to stand after a colon; in the system's own words where we have none."""
    known = _REASONS.get(error.errno or 0)
    return Phrase(known) if known else in_its_own_words(error.strerror or str(error) or type(error).__name__)


def in_its_own_words(words: str) -> Phrase:
    """What another program says, marked as a quotation: it is in that program's language."""
    return Phrase(template("the system says “{words}”"), words=words)
