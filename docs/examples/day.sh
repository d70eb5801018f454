# A calling day with curl. WARMLINE_API_KEY is the key that the server printed at its first start.
API=${WARMLINE_URL:-http://localhost:8080}/v1
call() { curl -sS -H "Authorization: Bearer $WARMLINE_API_KEY" "$@"; echo; }
json() { call -H 'Content-Type: application/json' "$@"; }
id() { grep -o '"id":"[^"]*"' | head -n 1 | cut -d '"' -f 4; }

# a campaign, and an agent
CAMPAIGN=$(json $API/campaigns -d '{"name":"Managed IT","defaultCountry":"US","timeZone":"America/New_York"}' | id)
AGENT=$(json $API/agents -d '{"name":"Dave Miller"}' | id)

# a lead list, as it is: delimiter, encoding and headers are found out
IMPORT=$(printf '%s\n' 'First name;Company;Phone' 'James;Benton;504-621-8927' 'Art;Chemel;856-636-8749' |
  call $API/campaigns/$CAMPAIGN/imports -H 'Content-Type: text/csv' --data-binary @- | id)
until call $API/imports/$IMPORT | grep -E '"status":"(COMPLETED|FAILED)"'; do sleep 1; done

# the next lead; nobody is handed out while nobody of the campaign may be called, and the queue says why
CLAIM=$(json $API/claims -d "{\"agentId\":\"$AGENT\",\"campaignIds\":[\"$CAMPAIGN\"]}" | id)
call $API/campaigns/$CAMPAIGN/queue

# what the call brought: a promise, in the words in which it was made
[ -z "$CLAIM" ] || json $API/calls -H "Idempotency-Key: call-$CLAIM" \
  -d "{\"claimId\":\"$CLAIM\",\"disposition\":\"CALLBACK_REQUESTED\",\"callback\":{\"words\":\"in two weeks\"}}"

# the list of a do-not-call registry, which takes the place of the one before
printf '%s\n' phone 813-555-0141 |
  call "$API/suppressions/imports?registry=FLORIDA&jurisdiction=US-FL&asOf=today" -H 'Content-Type: text/csv' --data-binary @-
call $API/registries

# what the day brought
call "$API/reports/activity?campaignId=$CAMPAIGN"
