/** A calling day: a campaign, two leads, a call with a promise, a refusal that is explained, and what the day brought. */
import { answerOf, everyOne, given, warmline, WarmlineProblem, type Schemas } from "../src/index.js";

const api = warmline({
  apiKey: process.env["WARMLINE_API_KEY"] ?? "",
  baseUrl: process.env["WARMLINE_URL"] ?? "http://localhost:8080",
});

const campaign = await given(
  api.POST("/v1/campaigns", {
    body: { name: "Managed IT", defaultCountry: "US", timeZone: "America/New_York" },
  }),
);
const agent = await given(api.POST("/v1/agents", { body: { name: "Ana Torres" } }));
for (const phone of ["504-621-8927", "810-292-9388"]) {
  await given(api.POST("/v1/leads", { body: { campaignId: campaign.id, phones: [phone] } }));
}

for (let claims = 0; claims < 2; claims++) {
  const claim = await answerOf(
    api.POST("/v1/claims", { body: { agentId: agent.id, campaignIds: [campaign.id] } }),
  );
  if (!claim) {
    console.log("Nobody may be called now.");
    break;
  }
  console.log(`Call ${claim.phone}: ${claim.reasons[0]?.detail}`);
  console.log(`  ${claim.talkTrack?.text.split("\n")[0]}`);
  const report: Schemas["NewCall"] =
    claims === 0
      ? { claimId: claim.id, disposition: "CALLBACK_REQUESTED", callback: { words: "in two weeks" } }
      : { claimId: claim.id, disposition: "NO_ANSWER" };
  const logged = await given(api.POST("/v1/calls", { body: report }));
  console.log(`  ${logged.next.detail}`);
}

try {
  await given(api.POST("/v1/agents", { body: { name: "" } }));
} catch (refused) {
  if (!(refused instanceof WarmlineProblem)) {
    throw refused;
  }
  console.log(`Refused: ${refused.code} ${refused.errors.map((error) => error.pointer).join()}`);
}

const promises = everyOne<Schemas["Callback"]>((cursor) =>
  given(
    api.GET("/v1/callbacks", {
      params: { query: { campaignId: campaign.id, ...(cursor === undefined ? {} : { cursor }) } },
    }),
  ),
);
for await (const promise of promises) {
  console.log(`Promised: ${promise.words} (${promise.status})`);
}
const report = await given(api.GET("/v1/reports/activity", { params: { query: { campaignId: campaign.id } } }));
console.log(`${report.rows.length} rows in the report`);
