"""What the routes of /profile share."""

from web.parsing import Blueprint

blueprint = Blueprint("profile", __name__, url_prefix="/api/v1/profile", description="The own account and the team")

ID = "<int(max=9007199254740991):id>"
