"""The API's own description, as a list of requests that can be sent."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from web.rights import Right

METHODS = ("get", "post", "put", "patch", "delete")
BY_TYPE = {"string": "x", "integer": 1, "number": 1, "boolean": True, "object": {}}


@dataclass(frozen=True)
class Operation:
    method: str
    path: str  # below /api/v1, with its {parameters}
    right: Right
    query: frozenset[str]
    needed: Mapping[str, Any]  # what must stand in the query, with a value for each
    body: Mapping[str, Any] | None  # schema of a JSON body, references resolved
    form: bool

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def parameters(self) -> list[str]:
        return re.findall(r"{(\w+)}", self.path)

    @property
    def id_fields(self) -> bool:
        """Whether the body names rows by id."""
        return self.body is not None and any(_ids_in(self.body))


def operations(document: Mapping[str, Any]) -> list[Operation]:
    return list(_operations(document))


def body_of(schema: Mapping[str, Any], id: int) -> Any:
    """What must be sent, and every id that may be: all of them this one."""
    if "properties" not in schema:
        return _simple(schema, id)
    names = [
        name
        for name, field in schema["properties"].items()
        if name in schema.get("required", ()) or (is_id(name) and "integer" in str(field)) or any(_ids_in(field))
    ]
    names = names or list(schema["properties"])[:1]
    return {name: id if is_id(name) else body_of(schema["properties"][name], id) for name in names}


def is_id(name: str) -> bool:
    return name == "id" or name.endswith("_id")


def _simple(schema: Mapping[str, Any], id: int) -> Any:
    if schema.get("type") == "array":
        return [body_of(schema["items"], id)]
    if "example" in schema:
        return schema["example"]
    if "enum" in schema:
        return schema["enum"][0]
    for several in ("oneOf", "anyOf", "allOf"):
        if several in schema:
            return body_of(schema[several][0], id)
    if schema.get("format") == "date":
        return "2099-01-01"
    return BY_TYPE[schema.get("type", "object")]


def _ids_in(schema: Any) -> Iterator[str]:
    if isinstance(schema, Mapping):
        for name, field in schema.get("properties", {}).items():
            if is_id(name):
                yield name
            yield from _ids_in(field)
        yield from _ids_in(schema.get("items"))
        for several in ("oneOf", "anyOf", "allOf"):
            for one in schema.get(several, ()):
                yield from _ids_in(one)


def _operations(document: Mapping[str, Any]) -> Iterator[Operation]:
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                said = item[method]
                parameters = item.get("parameters", []) + said.get("parameters", [])
                content = said.get("requestBody", {}).get("content", {})
                body = content.get("application/json", {}).get("schema")
                yield Operation(
                    method=method.upper(),
                    path=path.removeprefix("/api/v1"),
                    right=Right(said["x-right"]),
                    query=frozenset(one["name"] for one in parameters if one["in"] == "query"),
                    needed={
                        one["name"]: one.get("example", _simple(one["schema"], 1))
                        for one in parameters
                        if one["in"] == "query" and one.get("required")
                    },
                    body=_resolved(body, document) if body is not None else None,
                    form="multipart/form-data" in content,
                )


def _resolved(schema: Any, document: Mapping[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_resolved(one, document) for one in schema]
    if not isinstance(schema, Mapping):
        return schema
    if "$ref" in schema:
        return _resolved(document["components"]["schemas"][schema["$ref"].rpartition("/")[2]], document)
    return {name: _resolved(value, document) for name, value in schema.items()}
