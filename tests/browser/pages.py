"""Every page of the site, by the name of its address: what holds for pages is tested on all of them.

An address that answers with no page of its own is named in `NO_PAGES`; a test holds that nothing is forgotten.
"""

from tests.browser.workshop import BOOK, CARD, INVITATION, LOAD, MEASURED, SHARED, TALK, TRAINED, WORK

MISSING = "/no-such-page/"
ANYBODYS: dict[str, tuple[str, ...]] = {
    "home": ("/", MISSING),
    "accounts:sign_in": ("/accounts/sign-in/",),
    "chat:new": ("/g/sky/", "/g/empty/"),
    "docs:index": ("/docs/",),
    "docs:page": ("/docs/asking/", "/docs/settings/"),
    "explore:browse": ("/g/sky/explore/", "/g/empty/explore/"),
    "explore:kind": ("/g/sky/explore/kind/?type=Moon",),
    "explore:search": ("/g/sky/explore/search/?q=io", "/g/sky/explore/search/?q=nowhere"),
    "explore:questions": ("/g/sky/explore/questions/", "/g/empty/explore/questions/"),
    "explore:any_node": ("/g/sky/node/?id=sky:mars",),
    "explore:node": ("/g/sky/node/sky:jupiter/",),
    "graphs:join": (f"/invitations/{INVITATION}/",),
}
CURATE = "/graphs/workshop/curate/"
CARLS: dict[str, tuple[str, ...]] = {
    "accounts:password": ("/accounts/password/",),
    "chat:conversation": (f"/g/workshop/c/{TALK}/",),
    "chat:shared": (f"/s/{SHARED}/",),
    "chat:judged": ("/g/sky/feedback/", "/g/sky/feedback/?thumb=down"),
    "cards:index": ("/g/workshop/cards/",),
    "cards:one": (f"/g/workshop/cards/card/{CARD}/",),
    "cards:remove": (f"/g/workshop/cards/card/{CARD}/remove/",),
    "cards:train": ("/g/workshop/cards/train/",),
    "cards:job": (f"/g/workshop/cards/jobs/{TRAINED}/",),
    "documents:add": ("/g/workshop/documents/add/",),
    "documents:index": ("/g/workshop/documents/", "/g/sky/documents/"),
    "documents:one": (f"/g/workshop/documents/{BOOK}/",),
    "explore:cypher": ("/g/workshop/cypher/",),
    "graphs:create": ("/graphs/new/",),
    "graphs:load": ("/g/workshop/load/",),
    "graphs:job": (f"/g/workshop/jobs/{LOAD}/",),
    "graphs:members": ("/g/workshop/members/",),
    "weighing:sources": ("/g/workshop/sources/",),
    "measure:index": ("/g/workshop/measure/",),
    "measure:one": (f"/g/workshop/measure/{MEASURED}/",),
    "curate:review": (CURATE, f"{CURATE}?state=accepted"),
    "curate:job": (f"{CURATE}jobs/{WORK}/",),
    "curate:history": (f"{CURATE}history/",),
    "curate:sheet": (f"{CURATE}table/",),
    "curate:export": (f"{CURATE}export/",),
    "curate:rules": (f"{CURATE}rules/",),
    "curate:pairs": (f"{CURATE}merge/",),
    "curate:new_node": (f"{CURATE}nodes/new/",),
    "curate:edit_node": (f"{CURATE}nodes/saw/edit/",),
    "curate:edit_edge": (f"{CURATE}edges/edit/?head=saw&relation=LIES_ON&tail=bench", f"{CURATE}edges/edit/"),
    "curate:merge": (f"{CURATE}nodes/saw/merge/", f"{CURATE}nodes/saw/merge/?with=hammer"),
    "curate:split": (f"{CURATE}nodes/saw/split/",),
    "curate:node_history": (f"{CURATE}nodes/hammer/history/",),
    "curate:edge_history": (f"{CURATE}edges/history/?head=hammer&relation=LIES_ON&tail=bench",),
}
ADMINS: dict[str, tuple[str, ...]] = {"accounts:audit": ("/audit/",)}
GARDEN = "/graphs/garden/curate/"
GARDENS = (  # the same pages where there is much on them: a rule, a load that can be taken back, a thousand proposals
    GARDEN, *(f"{GARDEN}{each}/" for each in ("history", "merge", "rules", "jobs/1", "proposals/3/edit")),
)  # fmt: skip
LED_TO: dict[str, str] = {  # a page whose address has a number that nobody knows before: where a link leads to it
    "curate:commit": f"{CURATE}history/",
    "curate:edit_proposal": CURATE,
}
NO_PAGES = {
    # done and led on from
    "accounts:sign_out", "chat:create", "chat:delete", "chat:judge", "chat:propose", "chat:rename", "chat:share",
    "chat:walk", "curate:decide", "curate:forget_rule", "curate:keep_apart", "curate:node", "curate:undo",
    "curate:undo_commit",
    "graphs:again", "graphs:cancel", "graphs:delete", "graphs:invite", "graphs:member", "graphs:openness",
    "curate:any_node", "curate:read_shapes",
    "documents:find", "curate:cancel_job", "curate:find_pairs", "curate:job_again",
    "documents:again", "documents:cancel", "documents:link", "documents:remove",
    "graphs:take_back", "measure:again", "measure:cancel", "set_language",
    # parts of pages: a form's second step, fragments
    "chat:listed", "curate:bulk", "curate:job_progress", "documents:progress", "explore:below",
    "explore:facts", "graphs:progress", "measure:progress",
    "cards:go_on", "cards:import", "cards:progress", "cards:stop", "cards:switch", "cards:test",
    # data and files
    "cards:export",
    "accounts:audit_export", "curate:shapes",
    "chat:json", "chat:markdown", "chat:picture", "curate:download", "explore:paths", "graphs:find",
    "graphs:neighbourhood", "graphs:rejects", "healthz", "measure:download", "words",
}  # fmt: skip
