/** The profile in force. */
import { Hono } from "hono";
import { profileOf } from "../../embedded.ts";
import type { Office } from "../../office.ts";
import type { SignedIn } from "../signed-in.ts";

export const profileRoutes = (office: Office) =>
  new Hono<SignedIn>().get("/", (c) => c.json(profileOf(office)));
