# The web server, the one-off set-up and beat. No PyTorch: nothing here runs anybody's code.
# Build from the root of the repository: docker build -f docker/web.Dockerfile -t dlquiz-web .

FROM python:3.12-slim AS build
COPY pyproject.toml /src/
RUN python -m venv /opt/dlquiz \
 && python -c "import tomllib; print(*tomllib.load(open('/src/pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" \
    > /src/requirements.txt \
 && /opt/dlquiz/bin/pip install --no-cache-dir -r /src/requirements.txt

FROM python:3.12-slim
RUN useradd --uid 1000 --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin dlquiz \
 && install -d -o 1000 -g 1000 -m 0750 /data
COPY --from=build /opt/dlquiz /opt/dlquiz
WORKDIR /app
COPY manage.py LICENSE ./
COPY graders ./graders
COPY reference_models ./reference_models
COPY dlquiz ./dlquiz
ENV PATH=/opt/dlquiz/bin:$PATH \
    PYTHONPATH=/app \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=dlquiz.settings \
    DLQUIZ_DATA_DIR=/data
USER 1000:1000
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=10s --start-period=30s CMD ["python", "-m", "dlquiz.supervisor.health", "web"]
CMD ["python", "-m", "dlquiz.supervisor.serve", "web"]
