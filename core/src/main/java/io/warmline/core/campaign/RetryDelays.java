package io.warmline.core.campaign;
record RetryDelays(int busyMinutes, int other) {}
