/** What the rules of annex 2-1 need from the document of any year. */
import type { Period, Provision } from "../engine/provision.ts";

export interface Length {
  readonly days: number;
  readonly nights: number;
}

/** What a city trip of one kind may cost and what the district union adds. */
export interface TripTariff {
  readonly cap: Provision<number>;
  /** Meals may take at most this part of the whole cost, in per cent. */
  readonly mealShare: Provision<number>;
  readonly subsidy: Provision<number>;
  /** Cost per person from which the subsidy may be applied for. */
  readonly threshold: Provision<number>;
}

export type Trip = "twoDay" | "oneDay";

export interface TravelProvisions {
  readonly cityTrip: {
    readonly audience: Provision<string>;
    /** Members that the union organises in all, 看上海、品上海 and 爱上海 together. */
    readonly headcount: Provision<number>;
    readonly organiser: Provision<string>;
    readonly place: Provision<string>;
    readonly period: Provision<Period>;
    readonly longest: Provision<Length>;
    readonly tariff: Readonly<Record<Trip, TripTariff>>;
    readonly fundSource: Provision<string>;
  };
  readonly localBrands: {
    readonly procedure: Provision<string>;
    readonly goods: Provision<string>;
    readonly yearlyCap: Provision<number>;
    readonly split: Provision<string>;
    readonly forbidden: Provision<string>;
  };
  readonly accounts: {
    readonly ownFunds: Provision<string>;
    readonly upperFunds: Provision<string>;
    readonly grantGiven: Provision<string>;
    readonly grantReceived: Provision<string>;
    /** Item under which the earmarked money is accounted for. */
    readonly item: Provision<string>;
    readonly carryover: Provision<string>;
    readonly useBy: Provision<{ readonly month: number; readonly day: number }>;
  };
  readonly recuperation: {
    readonly period: Provision<Period>;
    readonly yangtzeDelta: {
      readonly headcount: Provision<number>;
      readonly quota: Provision<string>;
      readonly longest: Provision<Length>;
      readonly cap: Provision<number>;
      readonly district: Provision<number>;
      readonly fundSource: Provision<string>;
    };
    readonly counterpart: {
      readonly headcount: Provision<number>;
      readonly quota: Provision<string>;
      readonly longest: Provision<Length>;
      readonly city: Provision<number>;
      readonly district: Provision<number>;
      readonly fundSource: Provision<string>;
    };
    readonly municipalSanatorium: {
      readonly headcount: Provision<number>;
      readonly city: Provision<readonly [number, number]>;
      readonly district: Provision<readonly [number, number]>;
      readonly fundSource: Provision<string>;
      readonly booking: Provision<string>;
    };
  };
}
