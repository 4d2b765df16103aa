"""Why a layer is missing, as far as the error and the host tell, and how to get it."""

from __future__ import annotations

import errno

from graders.contract import Text
from graders.doctor.host import Host

MAX_USER_NAMESPACES = Text(
    en="The host allows no more user namespaces (user.max_user_namespaces is {max_user_namespaces}). As "
    "root: “sysctl -w user.max_user_namespaces=10000”. Level B holds without them.",
    hi="Host अब और user namespaces नहीं देता (user.max_user_namespaces {max_user_namespaces} है)। Root बनकर "
    "चलाइए: “sysctl -w user.max_user_namespaces=10000”। Level B इनके बिना भी चलता है।",
)
USERNS_CLONE = Text(
    en="The host gives user namespaces to root only. As root: “sysctl -w "
    "kernel.unprivileged_userns_clone=1”. Level B holds without them.",
    hi="Host सिर्फ़ root को user namespaces देता है। Root बनकर चलाइए: “sysctl -w "
    "kernel.unprivileged_userns_clone=1”। Level B इनके बिना भी चलता है।",
)
APPARMOR = Text(
    en="AppArmor keeps user namespaces from programs without a profile (Ubuntu 23.10 and newer). As root: "
    "“sysctl -w kernel.apparmor_restrict_unprivileged_userns=0”, or give the worker's Python a profile with "
    "“userns,”. Level B holds without them.",
    hi="AppArmor बिना profile वाले programs को user namespaces नहीं देता (Ubuntu 23.10 और नए)। Root बनकर चलाइए: "
    "“sysctl -w kernel.apparmor_restrict_unprivileged_userns=0”, या worker के Python को “userns,” वाला "
    "profile दीजिए। Level B इनके बिना भी चलता है।",
)
CONTAINER_NAMESPACES = Text(
    en="The container's seccomp profile refuses user namespaces, as Docker's default does. Level B is meant "
    "for this and holds without them: give the container no privileges for level A. For A, run the worker on "
    "the host.",
    hi="Container का seccomp profile user namespaces नहीं देता, जैसे Docker का default profile। Level B इसी के "
    "लिए है और इनके बिना चलता है: level A के लिए container को privileges मत दीजिए। A के लिए worker को host पर "
    "चलाइए।",
)
NAMESPACES = Text(
    en="User, mount, network, IPC or UTS namespaces are not to be had: an older kernel without "
    "CONFIG_USER_NS, or a host that refuses them. Level B holds without them.",
    hi="User, mount, network, IPC या UTS namespaces उपलब्ध नहीं हैं: पुराना kernel जिसमें CONFIG_USER_NS नहीं है, या "
    "host उन्हें चलने नहीं देता। Level B इनके बिना भी चलता है।",
)
LANDLOCK_AT_BOOT = Text(
    en="The kernel has Landlock, but it was not switched on at boot. Add landlock to the kernel's lsm= "
    "parameter (now: {modules}) and boot again. Without it only level C holds.",
    hi="Kernel में Landlock है, पर boot के समय चालू नहीं हुआ। Kernel के lsm= parameter में landlock जोड़िए (अभी: "
    "{modules}) और फिर से boot कीजिए। इसके बिना सिर्फ़ level C चलता है।",
)
LANDLOCK_IN_CONTAINER = Text(
    en="A seccomp profile around us (a container's) refuses Landlock's system calls. Take a Docker or Podman "
    "whose default profile knows landlock_create_ruleset (Docker 23 and newer do), or allow these calls in "
    "yours. Without Landlock only level C holds.",
    hi="बाहर से लगा seccomp profile (जैसे container का) Landlock के system calls नहीं चलने देता। ऐसा Docker या "
    "Podman लीजिए जिसका default profile landlock_create_ruleset जानता हो (Docker 23 और नए), या अपने profile में "
    "इन calls को अनुमति दीजिए। Landlock के बिना सिर्फ़ level C चलता है।",
)
LANDLOCK = Text(
    en="This kernel ({kernel}) has no Landlock. It needs Linux 5.13 or newer, built with "
    "CONFIG_SECURITY_LANDLOCK. Without it only level C holds.",
    hi="इस kernel ({kernel}) में Landlock नहीं है। Linux 5.13 या नया चाहिए, CONFIG_SECURITY_LANDLOCK के साथ बना "
    "हुआ। इसके बिना सिर्फ़ level C चलता है।",
)
SECCOMP = Text(
    en="Seccomp filters are missing: no level holds and a worker refuses to start. The kernel needs "
    "CONFIG_SECCOMP_FILTER; some emulated or user-space kernels have none. Use another host.",
    hi="Seccomp filter नहीं हैं: कोई level नहीं चलता और worker शुरू नहीं होगा। Kernel में CONFIG_SECCOMP_FILTER "
    "चाहिए; कुछ emulated या user-space kernels में यह नहीं होता। दूसरा host लीजिए।",
)
RLIMITS = Text(
    en="A limit on memory is not kept here (gVisor, or overcommit that is not the kernel's?). A worker would "
    "not be safe from large requests. Use another host.",
    hi="यहाँ memory की सीमा लागू नहीं होती (gVisor, या kernel के बजाय किसी और का overcommit?)। Worker बड़ी माँगों से "
    "सुरक्षित नहीं रहेगा। दूसरा host लीजिए।",
)
PIDFD = Text(
    en="Processes cannot be held by descriptor (pidfd), so a solution that runs too long could not be ended "
    "for sure. It needs Linux 5.3 or newer, and a container profile that allows pidfd_open and "
    "pidfd_send_signal.",
    hi="Processes को descriptor (pidfd) से नहीं पकड़ा जा सकता, इसलिए बहुत देर चलने वाला solution निश्चित रूप से बंद "
    "नहीं किया जा सकेगा। Linux 5.3 या नया चाहिए, और ऐसा container profile जो pidfd_open और pidfd_send_signal "
    "को चलने दे।",
)
MEMFD = Text(
    en="There are no files in memory (memfd_create), into which what a solution prints is written. Allow "
    "that call in the container's seccomp profile.",
    hi="Memory में files (memfd_create) नहीं बन सकतीं, जिनमें solution का print किया हुआ लिखा जाता है। Container के "
    "seccomp profile में इस call की अनुमति दीजिए।",
)
PROCESSES = Text(
    en="There is no room for the few processes that grading needs. Raise the limit: docker run "
    "--pids-limit=256, TasksMax= in the systemd unit, or ulimit -u.",
    hi="Grading के लिए ज़रूरी कुछ processes की भी जगह नहीं है। सीमा बढ़ाइए: docker run --pids-limit=256, systemd "
    "unit में TasksMax=, या ulimit -u।",
)
TEMPORARY = Text(
    en="No folder can be made in the temporary folder: it is full, or read-only. Make room, mount a small "
    "tmpfs (docker run --tmpfs /tmp), or name another folder in TMPDIR.",
    hi="Temporary folder में कोई folder नहीं बन सकता: वह भरा है या read-only है। जगह बनाइए, छोटा tmpfs mount "
    "कीजिए (docker run --tmpfs /tmp), या TMPDIR में दूसरा folder बताइए।",
)
HUGE_PAGES = Text(
    en="Only speed suffers: cells start two to three times slower. As root: “echo madvise > "
    "/sys/kernel/mm/transparent_hugepage/enabled”.",
    hi="सिर्फ़ गति कम होती है: cells दो-तीन गुना धीरे शुरू होते हैं। Root बनकर चलाइए: “echo madvise > "
    "/sys/kernel/mm/transparent_hugepage/enabled”।",
)
_PLAIN = {
    "seccomp": SECCOMP, "rlimits": RLIMITS, "pidfd": PIDFD, "memfd": MEMFD, "processes": PROCESSES,
    "temporary folder": TEMPORARY, "huge pages": HUGE_PAGES,
}  # fmt: skip


def remedy(layer: str, number: int, host: Host) -> Text:
    """What to do about a layer whose try failed with this ``errno`` (0: none is known)."""
    if layer == "namespaces":
        found = _for_namespaces(number, host)
    elif layer == "landlock":
        found = _for_landlock(number, host)
    else:
        found = _PLAIN[layer]
    facts = {
        "kernel": host.kernel,
        "modules": host.modules or "?",
        "max_user_namespaces": host.max_user_namespaces,
    }
    return Text(en=found.en.format(**facts), hi=found.hi.format(**facts))


def _for_namespaces(number: int, host: Host) -> Text:
    if number == errno.ENOSPC or host.max_user_namespaces == 0:
        return MAX_USER_NAMESPACES
    if host.userns_clone == 0:
        return USERNS_CLONE
    if host.apparmor_restricts == 1:
        return APPARMOR
    return CONTAINER_NAMESPACES if host.filtered else NAMESPACES


def _for_landlock(number: int, host: Host) -> Text:
    if number == errno.EOPNOTSUPP:
        return LANDLOCK_AT_BOOT
    return LANDLOCK_IN_CONTAINER if host.filtered else LANDLOCK
