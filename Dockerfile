# Loregraph's server and worker, with what the two demo graphs need. See templates/docs/operating.md.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 LOREGRAPH_DATA=/data
WORKDIR /app
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY agents agents
COPY webapp webapp
COPY templates templates
COPY manage.py ./
RUN pip install --no-cache-dir --constraint constraints.txt --editable '.[medical,legal,postgres]' \
    && useradd --system --uid 10001 --home-dir /data lore && mkdir /data && chown lore /data
USER 10001
VOLUME /data
EXPOSE 8000
# A probe has to call the site by a name that it answers to.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD \
    ["python", "-c", "import os, urllib.request as web; host = os.environ.get('LOREGRAPH_HOSTS', '').split(',')[0].strip(' .*') or 'localhost'; web.urlopen(web.Request('http://127.0.0.1:8000/healthz', headers={'Host': host}), timeout=4)"]
CMD ["sh", "-c", "python manage.py migrate --no-input --verbosity 0 && exec python -m daphne -b 0.0.0.0 -p 8000 webapp.asgi:application"]
