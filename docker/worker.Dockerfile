# The grading worker, for CPUs or graphics cards; which of the two is a matter of PyTorch's build:
#   docker build -f docker/worker.Dockerfile -t dlquiz-worker --build-arg TORCH_INDEX_URL=<index of CPU builds> .
#   docker build -f docker/worker.Dockerfile -t dlquiz-worker-gpu --build-arg TORCH_INDEX_URL=<index of CUDA builds> .
# Without the argument pip takes the build that its usual index offers. The CUDA libraries come with PyTorch;
# the host adds the driver (NVIDIA's container toolkit).

FROM python:3.12-slim AS build
ARG TORCH_INDEX_URL=
COPY requirements/torch.txt /src/torch.txt
RUN python -m venv /opt/dlquiz \
 && /opt/dlquiz/bin/pip install --no-cache-dir ${TORCH_INDEX_URL:+--index-url "$TORCH_INDEX_URL"} -r /src/torch.txt
COPY pyproject.toml /src/
RUN python -c "import tomllib; print(*tomllib.load(open('/src/pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" \
    > /src/requirements.txt \
 && /opt/dlquiz/bin/pip install --no-cache-dir -c /src/torch.txt -r /src/requirements.txt

FROM python:3.12-slim
RUN useradd --uid 1000 --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin dlquiz \
 && install -d -o 1000 -g 1000 -m 0750 /data
COPY --from=build /opt/dlquiz /opt/dlquiz
WORKDIR /app
COPY manage.py LICENSE ./
COPY graders ./graders
COPY dlquiz ./dlquiz
ENV PATH=/opt/dlquiz/bin:$PATH \
    PYTHONPATH=/app \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=dlquiz.settings \
    DLQUIZ_DATA_DIR=/data
# The bytecode is made here once: at run time the file system is read-only and every cell starts from it.
RUN python -m compileall -q /app/dlquiz /app/graders
USER 1000:1000
HEALTHCHECK --interval=30s --timeout=20s --start-period=60s CMD ["python", "-m", "dlquiz.supervisor.health", "worker"]
CMD ["python", "-m", "dlquiz.supervisor.serve", "worker"]
