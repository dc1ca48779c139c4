"""The Procfile: one process per line, `name: command`."""

from pathlib import Path


def parse(file: Path) -> dict[str, str]:
    """Commands by name, in the file's order. Raises ValueError for a line that is neither that nor a comment."""
    commands = {}
    for number, line in enumerate(file.read_text().splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, colon, command = (part.strip() for part in line.partition(":"))
        if not (colon and name and command):
            raise ValueError(f"{file}:{number} is not `name: command`: {line!r}")
        commands[name] = command
    return commands


def shell_line(command: str) -> str:
    """The command for `sh -c` so that no shell stays between it and the one who sends it signals."""
    if any(operator in command for operator in ";&|"):
        return command
    return f"exec env {command}"  # env, for lines that begin with VARIABLE=value
