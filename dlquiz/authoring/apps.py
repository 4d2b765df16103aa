from django.apps import AppConfig


class AuthoringConfig(AppConfig):
    name = "dlquiz.authoring"
    label = "authoring"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have uploads looked after like submissions: what a crash left behind is sent again."""
        from dlquiz.authoring.models import PackageUpload
        from dlquiz.authoring.services import VALIDATE_QUEUE, VALIDATE_TASK
        from dlquiz.submissions import reconciler

        reconciler.register(reconciler.Kind(PackageUpload, VALIDATE_TASK, VALIDATE_QUEUE))
