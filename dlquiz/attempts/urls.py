from django.urls import path

from dlquiz.attempts import quiz_views, views

app_name = "attempts"
_QUIZ = "courses/<slug:course>/quizzes/<slug:slug>/"
_SITTING = _QUIZ + "<int:number>/"
urlpatterns = [
    path("courses/<slug:course>/questions/<slug:slug>/", views.question, name="question"),
    path("courses/<slug:course>/questions/<slug:slug>/save/", views.save, name="save"),
    path("courses/<slug:course>/questions/<slug:slug>/preview/", views.preview, name="preview"),
    path("courses/<slug:course>/questions/<slug:slug>/answer/", views.answer, name="answer"),
    path("courses/<slug:course>/questions/<slug:slug>/again/", views.again, name="again"),
    path("courses/<slug:course>/answers/<int:attempt>/appeal/", views.appeal, name="appeal"),
    path(_QUIZ, quiz_views.quiz, name="quiz"),
    path(_QUIZ + "start/", quiz_views.start, name="quiz_start"),
    path(_SITTING, quiz_views.sitting, name="sitting"),
    path(_SITTING + "hand-in/", quiz_views.hand_in, name="hand_in"),
    path(_SITTING + "<slug:question>/", quiz_views.question, name="sitting_question"),
    path(_SITTING + "<slug:question>/save/", quiz_views.save, name="sitting_save"),
    path(_SITTING + "<slug:question>/flag/", quiz_views.flag, name="sitting_flag"),
]
