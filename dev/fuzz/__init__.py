"""Every operation of the API's description, asked by every role for anything at all.

Nothing may fail, nothing may be answered that the description does not have, and no row of another shop may show.
The app runs in this process, over WSGI, on a PostgreSQL of its own.
"""
