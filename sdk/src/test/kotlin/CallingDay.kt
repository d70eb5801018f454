import io.warmline.sdk.WarmlineException
import io.warmline.sdk.WarmlineClient
import io.warmline.sdk.model.CallbackPromise
import io.warmline.sdk.model.Disposition
import io.warmline.sdk.model.NewAgent
import io.warmline.sdk.model.NewCall
import io.warmline.sdk.model.NewLead
import java.util.UUID

/** A console of an agent: what may be absent is nullable or optional, and the compiler says where. */
fun main() {
  val warmline = WarmlineClient.fromEnv()
  val agent: UUID = warmline.agents().createAgent(NewAgent().name("Ana Torres")).value().id
  warmline.claims().claimNextLead(agent).orElseThrow().use { claim ->
    val name: String = claim.lead().firstName ?: "there"
    println("Call $name on ${claim.phone()}")
    claim.reasons().forEach { reason -> println("  because: ${reason.detail}") }
    claim.talkTrack().ifPresent { track -> println(track.text) }
    val promise = CallbackPromise().words("call me in a month")
    val logged = claim.log(NewCall().disposition(Disposition.CALLBACK_REQUESTED).callback(promise))
    println(logged.next.detail)
  }
}

/** The lead of somebody who has just rung, unless the list has it. */
fun take(warmline: WarmlineClient, campaign: UUID, phone: String): UUID? =
  try {
    warmline.leads().createLead(NewLead().campaignId(campaign).phones(listOf(phone))).value().id
  } catch (refused: WarmlineException) {
    println(refused.code())
    null
  }
