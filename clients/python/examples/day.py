"""A calling day: a campaign, two leads, a call with a promise, a refusal that is explained, and what the day brought."""

import json
import os

import warmline

configuration = warmline.Configuration(
    host=os.environ["WARMLINE_URL"], access_token=os.environ["WARMLINE_API_KEY"]
)

with warmline.ApiClient(configuration) as client:
    campaign = warmline.CampaignsApi(client).create_campaign(
        warmline.NewCampaign(name="Managed IT", default_country="US", time_zone="America/New_York")
    )
    agent = warmline.AgentsApi(client).create_agent(warmline.NewAgent(name="Ana Torres"))
    for phone in ["504-621-8927", "810-292-9388"]:
        warmline.LeadsApi(client).create_lead(
            warmline.NewLead(campaign_id=campaign.id, phones=[phone])
        )

    for claims in range(2):
        claim = warmline.ClaimsApi(client).claim_next_lead(
            warmline.ClaimRequest(agent_id=agent.id, campaign_ids=[campaign.id])
        )
        if claim is None:
            print("Nobody may be called now.")
            break
        print(f"Call {claim.phone}: {claim.reasons[0].detail}")
        print(f"  {claim.talk_track.text.splitlines()[0]}")
        if claims == 0:
            report = warmline.NewCall(
                claim_id=claim.id,
                disposition="CALLBACK_REQUESTED",
                callback=warmline.CallbackPromise(words="in two weeks"),
            )
        else:
            report = warmline.NewCall(claim_id=claim.id, disposition="NO_ANSWER")
        logged = warmline.CallsApi(client).log_call(report)
        print(f"  {logged.next.detail}")

    try:
        warmline.LeadsApi(client).create_lead(
            warmline.NewLead(campaign_id=campaign.id, phones=["12"])
        )
    except warmline.ApiException as refused:
        problem = json.loads(refused.body)
        print(f"Refused: {problem['code']} {problem['errors'][0]['pointer']}")

    for promise in warmline.CallbacksApi(client).list_callbacks(campaign_id=campaign.id).items:
        print(f"Promised: {promise.words} ({promise.status.value})")
    report = warmline.ReportsApi(client).get_activity_report(campaign_id=campaign.id)
    print(f"{len(report.rows)} rows in the report")
