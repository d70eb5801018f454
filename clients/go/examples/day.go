// A calling day: a campaign, two leads, a call with a promise, a refusal that is explained, and what the day brought.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"strings"

	warmline "warmline.example/clients/go"
)

func main() {
	configuration := warmline.NewConfiguration()
	configuration.Servers = warmline.ServerConfigurations{{URL: os.Getenv("WARMLINE_URL")}}
	api := warmline.NewAPIClient(configuration)
	ctx := context.WithValue(context.Background(), warmline.ContextAccessToken, os.Getenv("WARMLINE_API_KEY"))

	campaign, _, err := api.CampaignsAPI.CreateCampaign(ctx).
		CampaignDraft(*warmline.NewCampaignDraft("Managed IT", "US", "America/New_York")).Execute()
	given(err)
	agent, _, err := api.AgentsAPI.CreateAgent(ctx).AgentDraft(*warmline.NewAgentDraft("Ana Torres")).Execute()
	given(err)
	for _, phone := range []string{"504-621-8927", "810-292-9388"} {
		_, _, err := api.LeadsAPI.CreateLead(ctx).LeadDraft(*warmline.NewLeadDraft(campaign.Id, []string{phone})).Execute()
		given(err)
	}

	for claims := 0; claims < 2; claims++ {
		wanted := warmline.NewClaimRequest(agent.Id)
		wanted.SetCampaignIds([]string{campaign.Id})
		claim, answer, err := api.ClaimsAPI.ClaimNextLead(ctx).ClaimRequest(*wanted).Execute()
		given(err)
		if answer.StatusCode == 204 {
			fmt.Println("Nobody may be called now.")
			break
		}
		fmt.Printf("Call %s: %s\n", claim.GetPhone(), claim.Reasons[0].Detail)
		track := claim.GetTalkTrack()
		fmt.Printf("  %s\n", strings.SplitN(track.Text, "\n", 2)[0])
		report := warmline.NewCallDraft(warmline.DISPOSITION_NO_ANSWER)
		if claims == 0 {
			report = warmline.NewCallDraft(warmline.DISPOSITION_CALLBACK_REQUESTED)
			promise := warmline.NewCallbackPromise()
			promise.SetWords("in two weeks")
			report.SetCallback(*promise)
		}
		report.SetClaimId(claim.Id)
		logged, _, err := api.CallsAPI.LogCall(ctx).CallDraft(*report).Execute()
		given(err)
		fmt.Printf("  %s\n", logged.Next.Detail)
	}

	_, _, err = api.AgentsAPI.CreateAgent(ctx).AgentDraft(*warmline.NewAgentDraft("")).Execute()
	var refused *warmline.GenericOpenAPIError
	if !errors.As(err, &refused) {
		log.Fatal("an agent without a name was taken")
	}
	problem := refused.Model().(warmline.Problem)
	fmt.Printf("Refused: %s %s\n", problem.Code, problem.Errors[0].Pointer)

	promises, _, err := api.CallbacksAPI.ListCallbacks(ctx).CampaignId(campaign.Id).Execute()
	given(err)
	for _, promise := range promises.Items {
		fmt.Printf("Promised: %s (%s)\n", promise.GetWords(), promise.Status)
	}
	report, _, err := api.ReportsAPI.GetActivityReport(ctx).CampaignId(campaign.Id).Execute()
	given(err)
	fmt.Printf("%d rows in the report\n", len(report.Rows))
}

func given(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
