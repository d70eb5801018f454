import createClient, { type Client, type Middleware } from "openapi-fetch";
import type { components, operations, paths } from "./schema.js";

export type { components, operations, paths };

/** The models of the contract by their names, such as `Schemas["Lead"]`. */
export type Schemas = components["schemas"];

/** JSON; for CSV, calendars and streams say `parseAs` and take the response as it is. */
type Json = `application/${string}json`;

export type Warmline = Client<paths, Json>;

export interface Options {
  /** Of your tenant, `wl_live_…` or `wl_test_…`. */
  apiKey: string;
  /** Where the server is; `http://localhost:8080` if left out. */
  baseUrl?: string;
  /** How often a request is tried again that is safe to repeat; 3 if left out. */
  maxRetries?: number;
  /** Instead of the platform's. */
  fetch?: (request: Request) => Promise<Response>;
  /** How it waits, for tests; in milliseconds. */
  sleep?: (milliseconds: number) => Promise<void>;
}

/** A refusal, as a problem document has it. Its message holds no personal data. */
export class WarmlineProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: Schemas["FieldError"][];

  constructor(status: number, problem: Partial<Schemas["Problem"]>) {
    super(`${status} ${problem.code ?? "UNREADABLE_ANSWER"} (${problem.requestId ?? "no request id"})`);
    this.name = "WarmlineProblem";
    this.status = status;
    this.code = problem.code ?? "UNREADABLE_ANSWER";
    this.detail = problem.detail ?? "";
    this.requestId = problem.requestId ?? "";
    this.errors = problem.errors ?? [];
  }
}

const PASSING = new Set([408, 429, 500, 502, 503, 504]);
const LONGEST_WAIT = 60_000;

/**
 * A client. Writes get an `Idempotency-Key`, which their retries keep; what is safe to repeat is tried again, after
 * `Retry-After` where the server says it.
 */
export function warmline(options: Options): Warmline {
  if (!options.apiKey) {
    throw new TypeError("an API key is required");
  }
  const client = createClient<paths, Json>({
    baseUrl: (options.baseUrl ?? "http://localhost:8080").replace(/\/+$/, "").replace(/\/v1$/, ""),
    fetch: (request) => patiently(request, options),
  });
  client.use(withKeys(options.apiKey));
  return client;
}

function withKeys(apiKey: string): Middleware {
  return {
    onRequest({ request }) {
      request.headers.set("Authorization", `Bearer ${apiKey}`);
      if ((request.method === "POST" || request.method === "PATCH") && !request.headers.has("Idempotency-Key")) {
        request.headers.set("Idempotency-Key", crypto.randomUUID());
      }
      if (request.method === "PATCH") {
        request.headers.set("Content-Type", "application/merge-patch+json");
      }
      return request;
    },
  };
}

async function patiently(request: Request, options: Options): Promise<Response> {
  const send = options.fetch ?? ((one: Request) => fetch(one));
  const sleep = options.sleep ?? ((milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)));
  const most = options.maxRetries ?? 3;
  for (let attempt = 1; ; attempt++) {
    const last = attempt > most || request.signal.aborted;
    try {
      const response = await send(last ? request : request.clone());
      if (last || !PASSING.has(response.status)) {
        return response;
      }
      await response.body?.cancel();
      await sleep(waitAfter(attempt, response.headers.get("Retry-After")));
    } catch (failure) {
      if (last || request.signal.aborted) {
        throw failure;
      }
      await sleep(waitAfter(attempt, null));
    }
  }
}

function waitAfter(attempt: number, retryAfter: string | null): number {
  if (retryAfter !== null && /^\d+$/.test(retryAfter)) {
    return Math.min(Number(retryAfter) * 1000, LONGEST_WAIT);
  }
  return Math.random() * Math.min(500 * 2 ** (attempt - 1), 8_000);
}

/**
 * What an operation answers; undefined for an empty answer.
 *
 * @throws WarmlineProblem if it was refused
 */
export async function answerOf<T>(
  operation: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T | undefined> {
  const { data, error, response } = await operation;
  if (!response.ok && response.status !== 304) {
    throw new WarmlineProblem(response.status, isProblem(error) ? error : {});
  }
  return data;
}

/**
 * What an operation answers that always has an answer.
 *
 * @throws WarmlineProblem if it was refused
 */
export async function given<T>(
  operation: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  const data = await answerOf(operation);
  if (data === undefined || data === null) {
    throw new WarmlineProblem(200, {});
  }
  return data;
}

function isProblem(error: unknown): error is Schemas["Problem"] {
  return typeof error === "object" && error !== null && "code" in error;
}

/** All items of a list, page after page. */
export async function* everyOne<T>(
  page: (cursor: string | undefined) => Promise<{ items: T[]; nextCursor?: string }>,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page(cursor);
    yield* items;
    cursor = nextCursor;
  } while (cursor !== undefined);
}
