# The practice machine as a container, from the scripts that make it elsewhere too.
# The base is any Debian or Ubuntu; DKKB_MIRROR as in lib-mirror.sh.
ARG BASE=ubuntu:24.04
FROM ${BASE}
ARG DKKB_MIRROR=
ARG DKKB_LANG=en
COPY *.sh /opt/dkkb/scripts/
RUN bash /opt/dkkb/scripts/practice-host.sh build
EXPOSE 22
HEALTHCHECK --interval=1s --timeout=330s --retries=120 CMD ["bash", "/opt/dkkb/scripts/practice-host.sh", "answers"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["bash", "/opt/dkkb/scripts/practice-host.sh", "run"]
