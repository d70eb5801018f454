# Warmline as an image that wants a PostgreSQL of yours: docker build -t warmline . (see docs/deployment.md)
FROM eclipse-temurin:17-jdk AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -ntp -q package -DskipTests \
    && rm -f api/target/quarkus-app/lib/main/io.zonky.test.postgres.embedded-postgres-binaries-*.jar

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 1001 --home-dir /warmline warmline
WORKDIR /warmline
# What changes least comes first, so that a new version is a small layer.
COPY --from=build --chown=1001:0 /src/api/target/quarkus-app/lib/ lib/
COPY --from=build --chown=1001:0 /src/api/target/quarkus-app/quarkus/ quarkus/
COPY --from=build --chown=1001:0 /src/api/target/quarkus-app/quarkus-run.jar .
COPY --from=build --chown=1001:0 /src/api/target/quarkus-app/app/ app/
USER 1001
EXPOSE 8080
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError" WARMLINE_LOG_FORMAT=json
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
