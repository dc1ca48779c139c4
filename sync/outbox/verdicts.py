"""Why an agreement did not come about, when it was not the site that failed; each says what to do with the row.

NotAgreed
├── Permanent        a dead letter: an operator must look
├── MovedMeanwhile   one side moved during the read: due again at once
└── Later            due again with the usual back-off
    ├── Stale        the site answered with something old
    ├── NotTaken     the site said yes to a write and kept what it had
    ├── Unsettled    something else must be resolved first
    └── NotThere     404 for an order that we only heard of; the count decides when to stop
"""


class NotAgreed(Exception):
    permanent = False


class Permanent(NotAgreed):
    permanent = True


class MovedMeanwhile(NotAgreed):
    pass


class Later(NotAgreed):
    pass


class Stale(Later):
    pass


class NotTaken(Later):
    pass


class Unsettled(Later):
    pass


class NotThere(Later):
    pass
