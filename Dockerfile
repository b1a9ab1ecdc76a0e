# syntax=docker/dockerfile:1
# Not run when it was written: see docs/how-to/run-with-docker.md.

FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --quiet package --projects platform-app --also-make -DskipTests \
 && java -Djarmode=tools -jar platform-app/target/ecou.jar extract --layers --launcher --destination /layers

FROM eclipse-temurin:21-jre
RUN groupadd --gid 10001 ecou && useradd --uid 10001 --gid ecou --no-create-home --home-dir /ecou ecou \
 && mkdir --parents /ecou/data && chown --recursive ecou:ecou /ecou
WORKDIR /ecou
# What changes seldom comes first, so that a new version is a small download.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
USER 10001:10001
ENV ECOU_HOME=/ecou/data \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+UseParallelGC -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
VOLUME /ecou/data
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
