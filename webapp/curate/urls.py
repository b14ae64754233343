"""Addresses of curation."""

from django.urls import path

from webapp.curate import (
    edit_views,
    export_views,
    history_views,
    job_views,
    merge_views,
    review_views,
    rule_views,
    sheet_views,
)

app_name = "curate"
HERE = "graphs/<slug:slug>/curate/"
urlpatterns = [
    path(HERE, review_views.review, name="review"),
    path(f"{HERE}proposals/<int:number>/", review_views.decide, name="decide"),
    path(f"{HERE}proposals/<int:number>/edit/", edit_views.edit_proposal, name="edit_proposal"),
    path(f"{HERE}undo/", review_views.undo, name="undo"),
    path(f"{HERE}bulk/", review_views.bulk, name="bulk"),
    path(f"{HERE}history/", history_views.history, name="history"),
    path(f"{HERE}jobs/<int:number>/", job_views.job, name="job"),
    path(f"{HERE}jobs/<int:number>/progress/", job_views.progress, name="job_progress"),
    path(f"{HERE}jobs/<int:number>/cancel/", job_views.cancel, name="cancel_job"),
    path(f"{HERE}jobs/<int:number>/again/", job_views.again, name="job_again"),
    path(f"{HERE}commits/<uuid:uuid>/", history_views.commit, name="commit"),
    path(f"{HERE}commits/<uuid:uuid>/undo/", history_views.undo, name="undo_commit"),
    path(f"{HERE}table/", sheet_views.sheet, name="sheet"),
    path(f"{HERE}export/", export_views.export, name="export"),
    path(f"{HERE}export/<slug:form>/", export_views.download, name="download"),
    path(f"{HERE}rules/", rule_views.rules, name="rules"),
    path(f"{HERE}rules/shapes/", rule_views.shapes, name="shapes"),
    path(f"{HERE}rules/shapes/read/", rule_views.read_shapes, name="read_shapes"),
    path(f"{HERE}rules/<int:number>/forget/", rule_views.forget_rule, name="forget_rule"),
    path(f"{HERE}merge/", merge_views.pairs, name="pairs"),
    path(f"{HERE}merge/find/", merge_views.find_pairs, name="find_pairs"),
    path(f"{HERE}apart/", merge_views.keep_apart, name="keep_apart"),
    path(f"{HERE}nodes/", edit_views.any_node, name="any_node"),
    path(f"{HERE}nodes/new/", edit_views.new_node, name="new_node"),
    path(f"{HERE}edges/edit/", edit_views.edit_edge, name="edit_edge"),
    path(f"{HERE}nodes/<path:id>/edit/", edit_views.edit_node, name="edit_node"),
    path(f"{HERE}nodes/<path:id>/merge/", merge_views.merge, name="merge"),
    path(f"{HERE}nodes/<path:id>/split/", merge_views.split, name="split"),
    path(f"{HERE}nodes/<path:id>/history/", history_views.node_history, name="node_history"),
    path(f"{HERE}nodes/<path:id>/", edit_views.node, name="node"),
    path(f"{HERE}edges/history/", history_views.edge_history, name="edge_history"),
]
