"""PostgreSQL refuses to run as root: the account it runs as then, and places that account can reach."""

import hashlib
import os
import pwd
import shutil
import stat
import tempfile
from pathlib import Path

ACCOUNTS = ("postgres", "nobody")
SHARED = Path("/var/tmp")  # every account reaches it, and it survives a restart of the machine


def account() -> pwd.struct_passwd | None:
    """The account to run as, None where we are an ordinary user already."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return next(known[name] for name in ACCOUNTS if name in known)


def reachable(path: Path) -> bool:
    """Whether every directory down to `path` lets strangers through, and a file lets them read it."""
    path = path.resolve()
    if path.is_file() and not path.stat().st_mode & stat.S_IROTH:
        return False
    return all(p.stat().st_mode & stat.S_IXOTH for p in (path, *path.parents) if p.is_dir())


def place_for(home: Path) -> Path:
    """`home` itself, or where strangers cannot reach it a directory of the same meaning that they can."""
    if account() is None or reachable(home):
        return home
    return _shared_place(str(home.resolve()))


def copy_of(package: Path, version: str, sample: Path) -> Path:
    """`package` itself, or a copy of what a server needs where `sample`, a file of it, is out of reach."""
    if account() is None or reachable(sample):
        return package
    place = _shared_place(f"{package.resolve()} {version}")
    if not (place / "site").exists():
        # Copied aside and renamed: two stacks may start at the same moment.
        aside = Path(tempfile.mkdtemp(dir=place))
        ignore = shutil.ignore_patterns("include", "*.a", "__pycache__")
        for name in (
            package.name,
            f"{package.name}.libs",
        ):
            # Side by side: that is how the binaries find the libraries.
            shutil.copytree(package.with_name(name), aside / name, symlinks=True, ignore=ignore)
        _open_to_all(aside)
        try:
            aside.rename(place / "site")
        except OSError:
            shutil.rmtree(aside)
    return place / "site" / package.name


def _shared_place(meaning: str) -> Path:
    place = SHARED / f"cvety-{hashlib.sha256(meaning.encode()).hexdigest()[:12]}"
    place.mkdir(mode=0o755, exist_ok=True)
    found = place.lstat()
    if found.st_uid != os.geteuid() or not stat.S_ISDIR(found.st_mode):
        raise PermissionError(f"{place} was made by somebody else: remove it, or set DATABASE_URL")
    place.chmod(0o755)  # whatever our umask says
    return place


def _open_to_all(tree: Path) -> None:
    for directory, _, files in os.walk(tree):
        os.chmod(directory, 0o755)
        for file in (Path(directory, name) for name in files):
            if not file.is_symlink():
                file.chmod(file.stat().st_mode | 0o444 | (0o111 if os.access(file, os.X_OK) else 0))
