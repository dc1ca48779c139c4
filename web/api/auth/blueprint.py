"""What the routes of /auth share."""

from web.parsing import Blueprint

blueprint = Blueprint("auth", __name__, url_prefix="/api/v1/auth", description="Signing in, and the own account")
