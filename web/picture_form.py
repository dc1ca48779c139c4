"""How routes that receive a picture say what they take, and how they may refuse it."""

from collections.abc import Callable, Mapping
from typing import Any

from web.parsing import Blueprint

# What `web.pictures` answers to one that cannot be kept.
REFUSALS = {
    413: "REQUEST_ENTITY_TOO_LARGE",
    415: "UNSUPPORTED_MEDIA_TYPE",
    422: "UNPROCESSABLE_ENTITY",
    503: "SERVICE_UNAVAILABLE",
}
View = Callable[..., Any]


def form(fields: Mapping[str, Any] | None = None, example: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The body, by media type: one file, and the fields that go beside it."""
    return {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": ["file"],
                "properties": {"file": {"type": "string", "format": "binary"}, **(fields or {})},
            },
            "example": {"file": "(a JPEG, PNG or WebP of at most 10 MB)", **(example or {})},
        }
    }


def takes_picture(blueprint: Blueprint, content: Mapping[str, Any] | None = None) -> Callable[[View], View]:
    """For a view that calls `pictures.received`; `content` where the form is not the plain one."""

    def describe(view: View) -> View:
        for status, name in REFUSALS.items():
            view = blueprint.alt_response(status, name)(view)
        body = {"required": True, "content": dict(content or form())}
        described: View = blueprint.doc(requestBody=body)(view)
        return described

    return describe
