"""What gunicorn and the flask command load."""

from web import create_app

app = create_app()
