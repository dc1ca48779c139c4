"""Browsers of the configured origins may call the API; others get no permission, and need none for curl."""

from flask import Flask, Response, request

from web.configuration import settings

ALLOWED = {
    "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, Idempotency-Key, X-Request-ID, X-Session",
    "Access-Control-Expose-Headers": "X-Request-ID, Retry-After, Idempotent-Replayed",
    "Access-Control-Max-Age": "600",
}


def register(app: Flask) -> None:
    app.after_request(permit)


def permit(response: Response) -> Response:
    origins = settings().cors_origins
    if not origins:
        return response
    response.vary.add("Origin")
    origin = request.headers.get("Origin")
    if origin and (origin in origins or "*" in origins):
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers.update(ALLOWED)
        if origin in origins:
            response.headers["Access-Control-Allow-Credentials"] = "true"  # the cookie of /auth, to those named
    return response
