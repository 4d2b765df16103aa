"""The engine's door: ``Engine``, its configuration, and what it raises when it fails."""

from graders.engine.config import EngineConfig
from graders.engine.engine import Engine, OnCase
from graders.engine.fault import CardLost, CardMissing, EngineFault, PackageBroken
from graders.engine.patience import Patience
from graders.engine.pool import over_packages
from graders.engine.proof import prove
from graders.engine.proof_parallel import prove_parallel
from graders.engine.proof_table import Proof
from graders.engine.versions import ENGINE_VERSION

__all__ = [
    "ENGINE_VERSION",
    "CardLost",
    "CardMissing",
    "Engine",
    "EngineConfig",
    "EngineFault",
    "OnCase",
    "PackageBroken",
    "Patience",
    "Proof",
    "over_packages",
    "prove",
    "prove_parallel",
]
