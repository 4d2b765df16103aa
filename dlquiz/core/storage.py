"""Where collected static files lie when DEBUG is off."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class DigestStaticStorage(CompressedManifestStaticFilesStorage):
    """Names with digests, compressed copies, and ``import`` lines of our ES modules rewritten to match."""

    support_js_module_import_aggregation = True
