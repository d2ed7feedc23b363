"""Code versions, worked out from the code: what an asset's rows would change with, besides its inputs.

What belongs here: finding what a module leans on and hashing it. What does not: lists of modules, or versions, written
by hand; there are none.
"""

import ast
import functools
import hashlib
import importlib.metadata
import re
from pathlib import Path

from figuretrail.home import PROJECT
from figuretrail.vocabulary.reference import REFERENCE

PACKAGES = ("figuretrail", "schemas", "assets", "pipeline")
_DATA = (".csv", ".toml", ".yaml")  # read by the modules that they lie beside
# Only import statements are parsed: parsing all of the code takes a hundred times as long, more than most refreshes.
_IMPORT = re.compile(
    r"^[ \t]*(from[ \t]+[\w.]+[ \t]+import[ \t]+(?:\([^)]*\)|[^\n(]+)|import[ \t]+[^\n]+)", re.MULTILINE
)


@functools.cache
def code_version(*modules: str) -> str:
    """A hash of the modules (`assets.sources`), of all that their imports lead to, and of what everything leans on."""
    return _hash([*closure(*modules), *_reference_files()])


@functools.cache
def project_version() -> str:
    """A hash of all the pipeline's code and reference tables: while it stands, no code version can have changed."""
    return project_version_now()


def project_version_now() -> str:
    """The same of the files as they are at this moment, for a process that stays while they are edited."""
    _digest.cache_clear()
    return _hash([*_listed(), *_reference_files()])


def _listed() -> list[Path]:
    """The project's modules, and the data files beside them."""
    found = (file for package in PACKAGES for file in (PROJECT / package).rglob("*.*"))
    return sorted(file for file in found if file.suffix in (".py", *_DATA))


@functools.cache
def _known() -> dict[str, Path]:
    """The modules and data files by their path in the project, without asking the disk for each import."""
    return {file.relative_to(PROJECT).as_posix(): file for file in _listed()}


@functools.cache
def closure(*modules: str) -> tuple[Path, ...]:
    """The project's files that the modules need: theirs, those that their imports lead to, the data beside any.

    An import counts wherever it stands, in a function too; so do the packages that a module lies in.
    """
    found: set[Path] = set()
    new = {file for module in modules for file in _files_of(module)}
    while new:
        found |= new
        new = {file for known in new for file in _imports(known)} - found
    folders = {file.parent for file in found}
    data = {file for file in _known().values() if file.suffix in _DATA and file.parent in folders}
    return tuple(sorted(found | data))


@functools.cache
def _imports(file: Path) -> frozenset[Path]:
    """The project's files that one module's import statements name."""
    names = (name for statement in import_statements(file.read_text(encoding="utf-8")) for name in _named(statement))
    return frozenset(found for name in names for found in _files_of(name))


def import_statements(code: str) -> list[ast.stmt]:
    """The import statements of a module's code. A line of a text that reads like one may be among them."""
    parsed = []
    for found in _IMPORT.finditer(code):
        try:
            parsed += ast.parse(found[1]).body
        except SyntaxError:  # a line of a text
            continue
    return parsed


def _named(statement: ast.stmt) -> list[str]:
    """The modules that an import statement may name: of `from a import b`, both `a` and `a.b`."""
    if isinstance(statement, ast.Import):
        return [alias.name for alias in statement.names]
    if isinstance(statement, ast.ImportFrom) and statement.module:
        return [statement.module, *(f"{statement.module}.{alias.name}" for alias in statement.names)]
    return []


@functools.cache
def _files_of(module: str) -> tuple[Path, ...]:
    """The files that run when a module of the project is imported: its packages', and its own; none of any other."""
    parts = module.split(".")
    if parts[0] not in PACKAGES:
        return ()
    packages = ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]
    candidates = [*(f"{package}/__init__.py" for package in packages), f"{packages[-1]}.py"]
    return tuple(_known()[path] for path in candidates if path in _known())


def _reference_files() -> list[Path]:
    """The tables under sources/reference."""
    return sorted(REFERENCE.glob("*.csv"))


def _hash(files: list[Path]) -> str:
    digest = hashlib.sha256(_dependencies())
    for file in files:
        digest.update(file.relative_to(PROJECT).as_posix().encode() + b"\0" + _digest(file))
    return digest.hexdigest()[:16]


@functools.cache
def _digest(file: Path) -> bytes:
    return hashlib.sha256(file.read_bytes()).digest()


def _dependencies() -> bytes:
    """What pins the libraries: the lock; where the project came without it, the versions that are installed."""
    lock = PROJECT / "requirements.lock"
    if lock.is_file():
        return _digest(lock)
    found = {f"{library.name}=={library.version}" for library in importlib.metadata.distributions()}
    return "\n".join(sorted(found)).encode()
