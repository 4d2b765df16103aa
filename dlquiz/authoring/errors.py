"""What can go wrong when an upload is published."""


class UploadNotClean(Exception):
    """The upload has not been proved sound, so it cannot become a version."""
