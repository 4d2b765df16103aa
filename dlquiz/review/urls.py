from django.urls import path

from dlquiz.review import teaching_views, views

app_name = "review"
_PHRASING = "courses/<slug:course>/review/phrasings/<int:phrasing>/"
urlpatterns = [
    path("courses/<slug:course>/review/", views.overview, name="queue"),
    path("courses/<slug:course>/review/appeals/next/", views.next_appeal, name="next_appeal"),
    path("courses/<slug:course>/review/checks/next/", views.next_audit, name="next_audit"),
    path("courses/<slug:course>/review/answers/<int:attempt>/", views.answer, name="answer"),
    path("courses/<slug:course>/review/history/", teaching_views.history, name="history"),
    path("courses/<slug:course>/review/questions/<slug:slug>/", views.question, name="question"),
    path("courses/<slug:course>/review/questions/<slug:slug>/decide/", views.decide, name="decide"),
    path("courses/<slug:course>/review/questions/<slug:slug>/teach/", teaching_views.teach, name="teach"),
    path(_PHRASING, teaching_views.phrasing, name="phrasing"),
    path(_PHRASING + "approve/", teaching_views.approve, name="approve"),
    path(_PHRASING + "reject/", teaching_views.reject, name="reject"),
]
