package io.warmline.core.campaign;
import jakarta.persistence.*;
@Embeddable
record CampaignPolicy(@Column(name="max_attempts") int maxAttempts, @Column(name="max_attempts_per_number_per_day") int b, @Column(name="min_minutes_between_attempts") int c, @Column(name="lease_seconds") int d, @Column(name="callback_grace_minutes") int e, @Column(name="callback_default_delay_minutes") int f) {}
