"""The engine's door: ``Engine``, its configuration, and what it raises when it fails."""

from graders.engine.engine import Engine, EngineConfig, OnCase
from graders.engine.fault import EngineFault, PackageBroken
from graders.engine.proof import Proof, prove
from graders.engine.proof_parallel import prove_parallel

__all__ = [
    "Engine",
    "EngineConfig",
    "EngineFault",
    "OnCase",
    "PackageBroken",
    "Proof",
    "prove",
    "prove_parallel",
]
