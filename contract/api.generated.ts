/** Generated from the server's OpenAPI by `npm run generate`; a test keeps it true. */
export interface paths {
    "/api/sign-in/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one may sign in here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            demo: {
                                email: string;
                                name: string;
                                organisation: string;
                                role: string;
                                password: string;
                            }[];
                            oidc?: {
                                name: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with e-mail and password; sets the session cookie */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            me: {
                                organisation: {
                                    /** @description identifier */
                                    id: string;
                                    name: string;
                                    roles: ("oem" | "supplier" | "carrier" | "warehouse")[];
                                };
                                person?: {
                                    /** @description identifier */
                                    id: string;
                                    name: string;
                                    email: string;
                                    language: string;
                                };
                                roles: ("planner" | "dispatcher" | "gate" | "quality" | "manager" | "administrator")[];
                                sites: string[];
                                /** @enum {unknown} */
                                kind: "person" | "organisation" | "device" | "link";
                                object?: string;
                                demo: boolean;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                now: string;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                today: string;
                                features: {
                                    oidc?: {
                                        name: string;
                                    };
                                    tileUrl?: string;
                                };
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            organisation: {
                                /** @description identifier */
                                id: string;
                                name: string;
                                roles: ("oem" | "supplier" | "carrier" | "warehouse")[];
                            };
                            person?: {
                                /** @description identifier */
                                id: string;
                                name: string;
                                email: string;
                                language: string;
                            };
                            roles: ("planner" | "dispatcher" | "gate" | "quality" | "manager" | "administrator")[];
                            sites: string[];
                            /** @enum {unknown} */
                            kind: "person" | "organisation" | "device" | "link";
                            object?: string;
                            demo: boolean;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            now: string;
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            today: string;
                            features: {
                                oidc?: {
                                    name: string;
                                };
                                tileUrl?: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change my language */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        language?: "en" | "de" | "zh";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            organisation: {
                                /** @description identifier */
                                id: string;
                                name: string;
                                roles: ("oem" | "supplier" | "carrier" | "warehouse")[];
                            };
                            person?: {
                                /** @description identifier */
                                id: string;
                                name: string;
                                email: string;
                                language: string;
                            };
                            roles: ("planner" | "dispatcher" | "gate" | "quality" | "manager" | "administrator")[];
                            sites: string[];
                            /** @enum {unknown} */
                            kind: "person" | "organisation" | "device" | "link";
                            object?: string;
                            demo: boolean;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            now: string;
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            today: string;
                            features: {
                                oidc?: {
                                    name: string;
                                };
                                tileUrl?: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change my password; ends my other sessions */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of my organisation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            people: {
                                /** @description identifier */
                                id: string;
                                name: string;
                                email: string;
                                language: string;
                                disabled: boolean;
                                erasedAt: string | null;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                createdAt: string;
                                roles: ("planner" | "dispatcher" | "gate" | "quality" | "manager" | "administrator")[];
                                sites: string[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a person with an initial password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** Format: email */
                        email: string;
                        password: string;
                        roles: ("planner" | "dispatcher" | "gate" | "quality" | "manager" | "administrator")[];
                        sites?: string[];
                        /** @enum {unknown} */
                        language?: "en" | "de" | "zh";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the roles of a person, and the sites it is limited to (none: all) */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        roles: ("planner" | "dispatcher" | "gate" | "quality" | "manager" | "administrator")[];
                        sites?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a person a new password; ends its sessions */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lock a person out at once, or let it in again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        disabled?: boolean;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase the personal data of a person; the ledger stays provable */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys of my organisation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            apiKeys: {
                                /** @description identifier */
                                id: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                createdAt: string;
                                revokedAt: string | null;
                                name: string;
                                roles: ("planner" | "dispatcher" | "gate" | "quality" | "manager" | "administrator")[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Issue an API key; its token is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        roles: ("planner" | "dispatcher" | "gate" | "quality" | "manager" | "administrator")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            id: string;
                            /** @description Shown this once; only its hash is kept. */
                            token: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key; works within a second */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices of my organisation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            devices: {
                                /** @description identifier */
                                id: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                createdAt: string;
                                revokedAt: string | null;
                                name: string;
                                shipment: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Register a device that reports positions; its token is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            id: string;
                            /** @description Shown this once; only its hash is kept. */
                            token: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/shipment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** What a device travels with: its readings need not name the shipment */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        shipment: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a device */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Links that my organisation gave out */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            links: {
                                /** @description identifier */
                                id: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                createdAt: string;
                                revokedAt: string | null;
                                object: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                expiresAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a link that shows one shipment, or the gate of a site of mine, for a while, to whoever holds it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description shipment:OWNER/ID, or shipment:ID where I read only one of that id; site:ID of mine */
                        object: string;
                        hours: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            id: string;
                            /** @description Shown this once; only its hash is kept. */
                            token: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw a link */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/{id}/personal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Erase names, notes and photos that came by a link; the ledger stays provable */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            erased: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that my organisation sent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            invitations: {
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                invited: string;
                                email: string | null;
                                roles: ("planner" | "dispatcher" | "gate" | "quality" | "manager" | "administrator")[];
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                expiresAt: string;
                                acceptedAt: string | null;
                                revokedAt: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Invite a partner or a colleague; the address in the answer works once, for 14 days */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        organisation?: string;
                        name?: string;
                        country?: string;
                        organisationRoles?: ("oem" | "supplier" | "carrier" | "warehouse")[];
                        /** Format: email */
                        email?: string;
                        roles?: ("planner" | "dispatcher" | "gate" | "quality" | "manager" | "administrator")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            id: string;
                            url: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation is for */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            organisation: string;
                            invitedBy: string;
                            email?: string;
                            roles: ("planner" | "dispatcher" | "gate" | "quality" | "manager" | "administrator")[];
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            expiresAt: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation: makes the account and signs in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** Format: email */
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            me: {
                                organisation: {
                                    /** @description identifier */
                                    id: string;
                                    name: string;
                                    roles: ("oem" | "supplier" | "carrier" | "warehouse")[];
                                };
                                person?: {
                                    /** @description identifier */
                                    id: string;
                                    name: string;
                                    email: string;
                                    language: string;
                                };
                                roles: ("planner" | "dispatcher" | "gate" | "quality" | "manager" | "administrator")[];
                                sites: string[];
                                /** @enum {unknown} */
                                kind: "person" | "organisation" | "device" | "link";
                                object?: string;
                                demo: boolean;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                now: string;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                today: string;
                                features: {
                                    oidc?: {
                                        name: string;
                                    };
                                    tileUrl?: string;
                                };
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the one-time setup link still works */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Register the first organisation and its administrator, once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        organisation: {
                            /** @description identifier */
                            id?: string;
                            name: string;
                            roles: ("oem" | "supplier" | "carrier" | "warehouse")[];
                            country?: string;
                        };
                        name: string;
                        /** Format: email */
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            me: {
                                organisation: {
                                    /** @description identifier */
                                    id: string;
                                    name: string;
                                    roles: ("oem" | "supplier" | "carrier" | "warehouse")[];
                                };
                                person?: {
                                    /** @description identifier */
                                    id: string;
                                    name: string;
                                    email: string;
                                    language: string;
                                };
                                roles: ("planner" | "dispatcher" | "gate" | "quality" | "manager" | "administrator")[];
                                sites: string[];
                                /** @enum {unknown} */
                                kind: "person" | "organisation" | "device" | "link";
                                object?: string;
                                demo: boolean;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                now: string;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                today: string;
                                features: {
                                    oidc?: {
                                        name: string;
                                    };
                                    tileUrl?: string;
                                };
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign-ins and permission changes of my organisation, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description UTC instant */
                    before?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            audit: {
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                at: string;
                                kind: string;
                                person: string | null;
                                email: string | null;
                                outcome: string | null;
                                method: string | null;
                                address: string | null;
                                detail: string | null;
                            }[];
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            next?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My organisation and the partners that I know */
        get: {
            parameters: {
                query?: {
                    /** @description Rows of one answer; 1000 unless told. */
                    limit?: number;
                    /** @description `next` of the answer before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            organisations: {
                                /** @description identifier */
                                id: string;
                                name: string;
                                roles: ("oem" | "supplier" | "carrier" | "warehouse")[];
                                country: string | null;
                                identifiers: {
                                    bpn?: string;
                                    bpna?: string;
                                    duns?: string;
                                    vat?: string;
                                    gln?: string;
                                    unLocode?: string;
                                };
                                tier: number | null;
                                /** @description It speaks for itself; before, a partner has reported it. */
                                joined: boolean;
                            }[];
                            next?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sites that I may see */
        get: {
            parameters: {
                query?: {
                    /** @description Rows of one answer; 1000 unless told. */
                    limit?: number;
                    /** @description `next` of the answer before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sites: {
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                owner: string;
                                name: string;
                                /** @enum {unknown} */
                                kind: "plant" | "supplier-plant" | "warehouse" | "cross-dock" | "port" | "yard" | "other";
                                city: string | null;
                                country: string | null;
                                position: {
                                    longitude: number;
                                    latitude: number;
                                } | null;
                                timeZone: string;
                                identifiers: {
                                    bpn?: string;
                                    bpna?: string;
                                    duns?: string;
                                    vat?: string;
                                    gln?: string;
                                    unLocode?: string;
                                };
                                workingWeekdays: number[];
                                holidays: string[];
                                dockBays: number | null;
                            }[];
                            next?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lanes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Supply lanes that I am part of */
        get: {
            parameters: {
                query?: {
                    /** @description Rows of one answer; 1000 unless told. */
                    limit?: number;
                    /** @description `next` of the answer before. */
                    cursor?: string;
                    /** @description identifier */
                    part?: string;
                    /** @description identifier */
                    supplier?: string;
                    /** @description identifier */
                    customer?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lanes: {
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                supplier: string;
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                part: string;
                                /** @description identifier */
                                from: string;
                                /** @description identifier */
                                to: string;
                                carrier: string | null;
                                /** @enum {unknown} */
                                mode: "road" | "rail" | "sea" | "air" | "inland-waterway";
                                leadTimeDays: number;
                                incoterm: string | null;
                                quota: {
                                    share: number;
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    validFrom: string;
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    validTo?: string;
                                }[];
                                minimumQuantity: number | null;
                                roundingQuantity: number | null;
                                endsOn: string | null;
                                confirmed: boolean;
                            }[];
                            next?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Per partner: how we trade, and the two-way account of what is shared */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            partners: {
                                organisation: {
                                    /** @description identifier */
                                    id: string;
                                    name: string;
                                    roles: ("oem" | "supplier" | "carrier" | "warehouse")[];
                                    country: string | null;
                                    identifiers: {
                                        bpn?: string;
                                        bpna?: string;
                                        duns?: string;
                                        vat?: string;
                                        gln?: string;
                                        unLocode?: string;
                                    };
                                    tier: number | null;
                                    /** @description It speaks for itself; before, a partner has reported it. */
                                    joined: boolean;
                                };
                                relations: ("customer" | "supplier" | "carrier")[];
                                lanes: number;
                                sites: number;
                                give: {
                                    /** @description identifier */
                                    giver: string;
                                    /** @enum {unknown} */
                                    kind: "stock" | "projection" | "shipment" | "schedule" | "production" | "mandate" | "pass-through";
                                    /** @enum {unknown} */
                                    depth: "exact" | "light";
                                    sites?: string[];
                                    parts?: string[];
                                    /** @description identifier */
                                    agreement: string;
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    coversFrom: string;
                                }[];
                                get: {
                                    /** @description identifier */
                                    giver: string;
                                    /** @enum {unknown} */
                                    kind: "stock" | "projection" | "shipment" | "schedule" | "production" | "mandate" | "pass-through";
                                    /** @enum {unknown} */
                                    depth: "exact" | "light";
                                    sites?: string[];
                                    parts?: string[];
                                    /** @description identifier */
                                    agreement: string;
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    coversFrom: string;
                                }[];
                                /** @description Agreements that wait for an answer of one of the two. */
                                proposals: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/packagings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Packagings that I may see */
        get: {
            parameters: {
                query?: {
                    /** @description Rows of one answer; 1000 unless told. */
                    limit?: number;
                    /** @description `next` of the answer before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            packagings: {
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                owner: string;
                                code: string;
                                /** @enum {unknown} */
                                kind: "KLT" | "GLT" | "pallet" | "lid" | "carton" | "rack" | "other";
                                returnable: boolean;
                                tareKg: number | null;
                                lengthMm: number | null;
                                widthMm: number | null;
                                heightMm: number | null;
                            }[];
                            next?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Parts that I may see, each with the numbers that partners give it */
        get: {
            parameters: {
                query?: {
                    /** @description Rows of one answer; 1000 unless told. */
                    limit?: number;
                    /** @description `next` of the answer before. */
                    cursor?: string;
                    /** @description In any number, the description or the id. */
                    query?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            parts: {
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                owner: string;
                                number: string;
                                description: string | null;
                                /** @description UN/ECE Rec 20 unit code */
                                unit: string;
                                massKg: number | null;
                                packaging: string | null;
                                quantityPerPack: number | null;
                                family: string | null;
                                /** @description My own number of the part, else its owner's. */
                                myNumber: string;
                                numbers: {
                                    /** @description identifier */
                                    organisation: string;
                                    number: string;
                                }[];
                            }[];
                            next?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bills-of-material/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bill of material of a part; `on` adds all levels as valid on that day */
        get: {
            parameters: {
                query?: {
                    /** @description calendar day YYYY-MM-DD */
                    on?: string;
                };
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            owner: string;
                            /** @description identifier */
                            parent: string;
                            components: {
                                /** @description identifier */
                                part: string;
                                quantity: number;
                                /** @description UN/ECE Rec 20 unit code */
                                unit: string;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                validFrom?: string;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                validTo?: string;
                                leadTimeOffsetDays?: number;
                            }[];
                            exploded?: {
                                /** @description 1 for the components of the part itself. */
                                level: number;
                                /** @description identifier */
                                parent: string;
                                /** @description identifier */
                                part: string;
                                /** @description In one unit of the part at the top. */
                                quantity: number;
                                unit: string;
                            }[];
                        };
                    };
                };
            };
        };
        /** Replace the bill of material of a part of mine */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        owner: string;
                        /** @description identifier */
                        parent: string;
                        components: {
                            /** @description identifier */
                            part: string;
                            quantity: number;
                            /** @description UN/ECE Rec 20 unit code */
                            unit: string;
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            validFrom?: string;
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            validTo?: string;
                            leadTimeOffsetDays?: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identifiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What codes in partners’ messages mean to my organisation */
        get: {
            parameters: {
                query?: {
                    partner?: string;
                    /** @description Rows of one answer; 1000 unless told. */
                    limit?: number;
                    offset?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            identifiers: {
                                partner: string;
                                scheme: string;
                                code: string;
                                /** @description identifier */
                                means: string;
                            }[];
                        };
                    };
                };
            };
        };
        /** Say what a code in a partner’s messages means here */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        partner: string;
                        /** @enum {unknown} */
                        scheme: "party" | "site" | "part" | "packaging";
                        code: string;
                        /** @description identifier */
                        means: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Register an organisation: my own, or a partner as I know it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        organisation: string;
                        name: string;
                        roles: ("oem" | "supplier" | "carrier" | "warehouse")[];
                        country?: string;
                        identifiers?: {
                            bpn?: string;
                            bpna?: string;
                            duns?: string;
                            vat?: string;
                            gln?: string;
                            unLocode?: string;
                        };
                        tier?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Register a site: my own, or a partner’s as I know it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        site: string;
                        /** @description identifier */
                        owner: string;
                        name: string;
                        /** @enum {unknown} */
                        kind: "plant" | "supplier-plant" | "warehouse" | "cross-dock" | "port" | "yard" | "other";
                        city?: string;
                        country?: string;
                        position?: {
                            longitude: number;
                            latitude: number;
                        };
                        timeZone: string;
                        identifiers?: {
                            bpn?: string;
                            bpna?: string;
                            duns?: string;
                            vat?: string;
                            gln?: string;
                            unLocode?: string;
                        };
                        workingWeekdays?: number[];
                        holidays?: string[];
                        dockBays?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/packagings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Register a packaging of mine */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        packaging: string;
                        /** @description identifier */
                        owner: string;
                        code: string;
                        /** @enum {unknown} */
                        kind: "KLT" | "GLT" | "pallet" | "lid" | "carton" | "rack" | "other";
                        returnable: boolean;
                        tareKg?: number;
                        lengthMm?: number;
                        widthMm?: number;
                        heightMm?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Register a part of mine */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        part: string;
                        /** @description identifier */
                        owner: string;
                        number: string;
                        description?: string;
                        /** @description UN/ECE Rec 20 unit code */
                        unit: string;
                        massKg?: number;
                        /** @description identifier */
                        packaging?: string;
                        quantityPerPack?: number;
                        family?: string;
                        temperature?: {
                            lowestC?: number;
                            highestC?: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lanes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Agree a supply lane as its customer; as its supplier acknowledge one, or report it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        lane: string;
                        /** @description identifier */
                        supplier: string;
                        /** @description identifier */
                        customer: string;
                        /** @description identifier */
                        part: string;
                        /** @description identifier */
                        from: string;
                        /** @description identifier */
                        to: string;
                        /** @description identifier */
                        carrier?: string;
                        /** @enum {unknown} */
                        mode: "road" | "rail" | "sea" | "air" | "inland-waterway";
                        leadTimeDays: number;
                        /** @enum {unknown} */
                        incoterm?: "EXW" | "FCA" | "CPT" | "CIP" | "DAP" | "DPU" | "DDP" | "FAS" | "FOB" | "CFR" | "CIF";
                        quota?: {
                            share: number;
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            validFrom: string;
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            validTo?: string;
                        }[];
                        minimumQuantity?: number;
                        roundingQuantity?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lanes/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say on which day a lane ends */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        supplier: string;
                        /** @description identifier */
                        customer: string;
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        endsOn: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parts/{id}/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give my own number to a partner’s part */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        number: string;
                        /** @description identifier */
                        owner?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sharing agreements of my organisation */
        get: {
            parameters: {
                query?: {
                    /** @description Rows of one answer; 1000 unless told. */
                    limit?: number;
                    /** @description `next` of the answer before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            agreements: {
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                proposer: string;
                                /** @description identifier */
                                counterparty: string;
                                title: string;
                                terms: {
                                    /** @description identifier */
                                    giver: string;
                                    /** @enum {unknown} */
                                    kind: "stock" | "projection" | "shipment" | "schedule" | "production" | "mandate" | "pass-through";
                                    /** @enum {unknown} */
                                    depth: "exact" | "light";
                                    sites?: string[];
                                    parts?: string[];
                                }[];
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                coversFrom: string;
                                /** @enum {unknown} */
                                state: "proposed" | "accepted" | "revoked";
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                proposedAt: string;
                                decidedAt: string | null;
                                revokedAt: string | null;
                                revokedBy: string | null;
                                reason: string | null;
                            }[];
                            next?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Propose a sharing agreement; it works once the other side has accepted it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        agreement?: string;
                        /** @description identifier */
                        counterparty: string;
                        title: string;
                        terms: {
                            /** @description identifier */
                            giver: string;
                            /** @enum {unknown} */
                            kind: "stock" | "projection" | "shipment" | "schedule" | "production" | "mandate" | "pass-through";
                            /** @enum {unknown} */
                            depth: "exact" | "light";
                            sites?: string[];
                            parts?: string[];
                        }[];
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        coversFrom: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            id: string;
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a proposed agreement */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        proposer?: string;
                        reason?: string | "" | null;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke an agreement, decline or withdraw a proposal; effective at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        proposer?: string;
                        reason?: string | "" | null;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Current delivery schedule of each relation, with the release before it */
        get: {
            parameters: {
                query?: {
                    part?: string;
                    supplier?: string;
                    customer?: string;
                    shipTo?: string;
                    kind?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            schedules: {
                                customer: string;
                                supplier: string;
                                part: string;
                                shipTo: string;
                                shipFrom: string | null;
                                kind: string;
                                release: string;
                                releasedOn: string;
                                unit: string;
                                quantities: {
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    from: string;
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    to?: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    dueAt?: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    dueUntil?: string;
                                    quantity: number;
                                    /** @enum {unknown} */
                                    horizon: "backorder" | "immediate" | "firm" | "production" | "material" | "forecast";
                                    cumulative?: number;
                                }[];
                                cumulative: {
                                    [key: string]: unknown;
                                } | null;
                                authorisations: {
                                    [key: string]: unknown;
                                }[];
                                unloadingPoint: string | null;
                                orderReference: string | null;
                                confirmed: boolean;
                                eventId: string;
                                previousRelease: string | null;
                                previousReleasedOn: string | null;
                                previousEventId: string | null;
                                previousQuantities: {
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    from: string;
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    to?: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    dueAt?: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    dueUntil?: string;
                                    quantity: number;
                                    /** @enum {unknown} */
                                    horizon: "backorder" | "immediate" | "firm" | "production" | "material" | "forecast";
                                    cumulative?: number;
                                }[] | null;
                                sequence: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Release against release: old, new and delta per calendar week, cumulatives, and all releases */
        get: {
            parameters: {
                query: {
                    customer: string;
                    supplier: string;
                    part: string;
                    shipTo: string;
                    kind?: string;
                    release?: string;
                    against?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            current: {
                                customer: string;
                                supplier: string;
                                part: string;
                                shipTo: string;
                                shipFrom: string | null;
                                kind: string;
                                release: string;
                                releasedOn: string;
                                unit: string;
                                quantities: {
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    from: string;
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    to?: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    dueAt?: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    dueUntil?: string;
                                    quantity: number;
                                    /** @enum {unknown} */
                                    horizon: "backorder" | "immediate" | "firm" | "production" | "material" | "forecast";
                                    cumulative?: number;
                                }[];
                                cumulative: {
                                    [key: string]: unknown;
                                } | null;
                                authorisations: {
                                    [key: string]: unknown;
                                }[];
                                unloadingPoint: string | null;
                                orderReference: string | null;
                                confirmed: boolean;
                                eventId: string;
                                previousRelease: string | null;
                                previousReleasedOn: string | null;
                                previousEventId: string | null;
                                previousQuantities: {
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    from: string;
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    to?: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    dueAt?: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    dueUntil?: string;
                                    quantity: number;
                                    /** @enum {unknown} */
                                    horizon: "backorder" | "immediate" | "firm" | "production" | "material" | "forecast";
                                    cumulative?: number;
                                }[] | null;
                                sequence: number;
                            };
                            buckets: {
                                from: string;
                                to: string;
                                old: number;
                                new: number;
                                delta: number;
                                horizon?: string;
                            }[];
                            cumulative: {
                                customer: string;
                                supplier: string;
                                part: string;
                                shipTo: string;
                                received: number;
                                despatched: number;
                                inTransit: number;
                                statedReceived: number | null;
                                statedDespatched: number | null;
                                zeroedOn: string | null;
                                lastDespatchNote: string | null;
                                lastDespatchOn: string | null;
                                countedDespatchNote: string | null;
                                countedDespatchOn: string | null;
                            } | null;
                            releases: {
                                release: string;
                                releasedOn: string;
                                eventId: string;
                                confirmed: boolean;
                                total: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cumulatives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cumulative quantities: counted here, stated by the customer, and what differs */
        get: {
            parameters: {
                query?: {
                    part?: string;
                    supplier?: string;
                    customer?: string;
                    shipTo?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cumulatives: {
                                customer: string;
                                supplier: string;
                                part: string;
                                shipTo: string;
                                received: number;
                                despatched: number;
                                inTransit: number;
                                statedReceived: number | null;
                                statedDespatched: number | null;
                                zeroedOn: string | null;
                                lastDespatchNote: string | null;
                                lastDespatchOn: string | null;
                                countedDespatchNote: string | null;
                                countedDespatchOn: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The own site's requirement or production per day; replaces the days from … to */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        kind: "requirement" | "production";
                        plan: {
                            /** @description identifier */
                            site: string;
                            /** @description identifier */
                            part: string;
                            /** @description UN/ECE Rec 20 unit code */
                            unit: string;
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            from: string;
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            to: string;
                            quantities: {
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                day: string;
                                quantity: number;
                            }[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Per relation and calendar week: asked for, asked for before, committed or counter-proposed, and its state */
        get: {
            parameters: {
                query?: {
                    /** @description identifier */
                    customer?: string;
                    /** @description identifier */
                    supplier?: string;
                    /** @description identifier */
                    part?: string;
                    /** @description identifier */
                    shipTo?: string;
                    kind?: "delivery-forecast" | "call-off";
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            relations: {
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                supplier: string;
                                /** @description identifier */
                                part: string;
                                /** @description identifier */
                                shipTo: string;
                                /** @enum {unknown} */
                                kind: "delivery-forecast" | "call-off";
                                shipFrom?: string;
                                unit: string;
                                release: string;
                                releaseEvent: string;
                                releasedOn: string;
                                previousRelease?: string;
                                confirmed: boolean;
                                frozenUntil?: string;
                                change?: {
                                    /** @enum {unknown} */
                                    cause: "override" | "proposal" | "damping";
                                    text?: string;
                                };
                                weeks: {
                                    week: string;
                                    released: number;
                                    backlog: number;
                                    /** @enum {unknown} */
                                    horizon: "backorder" | "immediate" | "firm" | "production" | "material" | "forecast";
                                    previous?: number;
                                    delta?: number;
                                    frozen: boolean;
                                    /** @enum {unknown} */
                                    state?: "open" | "committed" | "proposed" | "accepted" | "rejected";
                                    committed?: number;
                                    committedAt?: string;
                                    reason?: string;
                                    text?: string;
                                    possibleIf?: string;
                                    answerText?: string;
                                    /** @description Why the quantity needs a look */
                                    flags?: ("negative" | "fractional" | "times-10" | "times-1000" | "unit")[];
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** The supplier commits to weeks as they are asked for, or counter-proposes with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        commits: {
                            /** @description identifier */
                            customer: string;
                            /** @description identifier */
                            part: string;
                            /** @description identifier */
                            shipTo: string;
                            /** @enum {unknown} */
                            kind: "delivery-forecast" | "call-off";
                            /**
                             * Format: uuid
                             * @description Event of the release that was read
                             */
                            releaseEvent: string;
                            /** @description Absent: every open week that needs no look, as it is asked for */
                            weeks?: {
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                week: string;
                                quantity?: number;
                                /** @enum {unknown} */
                                reason?: "capacity" | "material" | "labour" | "tooling" | "quality" | "transport" | "notice-too-short" | "closed" | "other";
                                text?: string;
                                possibleIf?: string;
                            }[];
                        }[];
                        /** @description Quantities that look wrong were looked at */
                        confirmed?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Events */
                            recorded: number;
                            weeks: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commits/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Releases, commits and answers of one relation, newest first */
        get: {
            parameters: {
                query: {
                    /** @description identifier */
                    customer: string;
                    /** @description identifier */
                    supplier: string;
                    /** @description identifier */
                    part: string;
                    /** @description identifier */
                    shipTo: string;
                    kind: "delivery-forecast" | "call-off";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            said: {
                                sequence: number;
                                type: string;
                                occurredAt: string;
                                recordedAt: string;
                                recordedBy: string;
                                data: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commits/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The customer accepts or rejects counter-proposals; what it accepts becomes its next release */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        supplier: string;
                        /** @description identifier */
                        part: string;
                        /** @description identifier */
                        shipTo: string;
                        /** @enum {unknown} */
                        kind: "delivery-forecast" | "call-off";
                        answers: {
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            week: string;
                            proposed: number;
                            /** @enum {unknown} */
                            answer: "accepted" | "rejected";
                            text?: string;
                        }[];
                        /** @description False where the own system writes the release with what was accepted. Default true */
                        writesRelease?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            release?: string;
                            weeks: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The customer overrides weekly quantities with a reason; they become its next release */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        supplier: string;
                        /** @description identifier */
                        part: string;
                        /** @description identifier */
                        shipTo: string;
                        /** @enum {unknown} */
                        kind: "delivery-forecast" | "call-off";
                        /**
                         * Format: uuid
                         * @description Event of the release that was read
                         */
                        releaseEvent: string;
                        weeks: {
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            week: string;
                            quantity: number;
                        }[];
                        /** @description Why; the supplier reads it */
                        text: string;
                        /** @description Quantities that look wrong were looked at */
                        confirmed?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            release: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statistical forecasts of all parts: next quarter, spread, how good the last quarter would have been */
        get: {
            parameters: {
                query?: {
                    /** @description identifier */
                    part?: string;
                    /** @description identifier */
                    site?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            forecasts: {
                                /** @description identifier */
                                site: string;
                                /** @description identifier */
                                part: string;
                                unit: string;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                publishedOn: string;
                                demand: ("smooth" | "intermittent") | null;
                                models: string[];
                                /** @description Expected demand of the next 13 weeks */
                                nextQuarter: number;
                                low: number | null;
                                high: number | null;
                                wape: number | null;
                                bias: number | null;
                                valueAdded: number | null;
                                odd: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Publish the own forecast of a part, for oneself or to one partner */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        source: "customer" | "supplier" | "statistical";
                        /** @description identifier */
                        partner?: string;
                        /** @description identifier */
                        site: string;
                        /** @description identifier */
                        part: string;
                        /** @description UN/ECE Rec 20 unit code */
                        unit: string;
                        levels?: number[];
                        weeks: {
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            week: string;
                            quantity: number;
                            quantiles?: number[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecasts/part": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One part at one site: history, statistical forecast with its model, and what each party says */
        get: {
            parameters: {
                query: {
                    /** @description identifier */
                    site: string;
                    /** @description identifier */
                    part: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            site: string;
                            /** @description identifier */
                            part: string;
                            unit: string;
                            history: {
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                week: string;
                                quantity: number;
                            }[];
                            judged: {
                                [key: string]: unknown;
                            };
                            historySource: ("stated" | "received" | "called-off") | null;
                            statistical: {
                                /** @description identifier */
                                owner: string;
                                /** @enum {unknown} */
                                source: "customer" | "supplier" | "statistical";
                                partner: string | null;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                publishedOn: string;
                                weeks: {
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    week: string;
                                    quantity: number;
                                    quantiles?: number[];
                                }[];
                                model: {
                                    /** @enum {unknown} */
                                    demand: "smooth" | "intermittent";
                                    models: {
                                        name: string;
                                        weight: number;
                                    }[];
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    historyFrom: string;
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    historyTo: string;
                                    weeks: number;
                                    /** @description identifier */
                                    run: string;
                                    panel: number;
                                    learnedFrom: number;
                                    /** @description identifier */
                                    predecessor?: string;
                                    gaps: string[];
                                    outliers: {
                                        /**
                                         * Format: date
                                         * @description calendar day YYYY-MM-DD
                                         */
                                        week: string;
                                        quantity: number;
                                        expected: number;
                                        deviations: number;
                                    }[];
                                    flags: {
                                        /**
                                         * Format: date
                                         * @description calendar day YYYY-MM-DD
                                         */
                                        week: string;
                                        quantity: number;
                                        suspicion: string;
                                        usual: number;
                                        suggested?: number;
                                    }[];
                                    backtest?: {
                                        weeks: number;
                                        wape?: number;
                                        bias?: number;
                                        mase?: number;
                                        coverage?: number;
                                        valueAdded?: number;
                                    };
                                } | null;
                                eventId: string;
                                levels: number[];
                            } | null;
                            learnedFrom: {
                                /** @description identifier */
                                site: string;
                                /** @description identifier */
                                part: string;
                            }[];
                            parties: {
                                /** @description identifier */
                                owner: string;
                                /** @enum {unknown} */
                                source: "customer" | "supplier" | "statistical";
                                partner: string | null;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                publishedOn: string;
                                weeks: {
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    week: string;
                                    quantity: number;
                                    quantiles?: number[];
                                }[];
                                model: {
                                    /** @enum {unknown} */
                                    demand: "smooth" | "intermittent";
                                    models: {
                                        name: string;
                                        weight: number;
                                    }[];
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    historyFrom: string;
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    historyTo: string;
                                    weeks: number;
                                    /** @description identifier */
                                    run: string;
                                    panel: number;
                                    learnedFrom: number;
                                    /** @description identifier */
                                    predecessor?: string;
                                    gaps: string[];
                                    outliers: {
                                        /**
                                         * Format: date
                                         * @description calendar day YYYY-MM-DD
                                         */
                                        week: string;
                                        quantity: number;
                                        expected: number;
                                        deviations: number;
                                    }[];
                                    flags: {
                                        /**
                                         * Format: date
                                         * @description calendar day YYYY-MM-DD
                                         */
                                        week: string;
                                        quantity: number;
                                        suspicion: string;
                                        usual: number;
                                        suggested?: number;
                                    }[];
                                    backtest?: {
                                        weeks: number;
                                        wape?: number;
                                        bias?: number;
                                        mase?: number;
                                        coverage?: number;
                                        valueAdded?: number;
                                    };
                                } | null;
                                eventId: string;
                                accuracy: {
                                    lagWeeks: number;
                                    weeks: number;
                                    wape: number | null;
                                    bias: number | null;
                                    valueAdded: number | null;
                                }[];
                            }[];
                            accuracy: {
                                lagWeeks: number;
                                weeks: number;
                                wape: number | null;
                                bias: number | null;
                                valueAdded: number | null;
                            }[];
                            callOffs: {
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                supplier: string;
                                release: string;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                releasedOn: string;
                                weeks: {
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    week: string;
                                    quantity: number;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/part-successions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which part takes over from which */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            successions: {
                                /** @description identifier */
                                successor: string;
                                /** @description identifier */
                                predecessor: string;
                                ratio: number;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                startsOn: string;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                endsOn: string;
                            }[];
                        };
                    };
                };
            };
        };
        /** Say which part takes over from which, and when */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        successor: string;
                        /** @description identifier */
                        predecessor: string;
                        ratio: number;
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        startsOn: string;
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        endsOn: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demand-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** State what was needed of a part, week by week; replaces the weeks that are named */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        site: string;
                        /** @description identifier */
                        part: string;
                        /** @description UN/ECE Rec 20 unit code */
                        unit: string;
                        weeks: {
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            week: string;
                            quantity: number;
                        }[];
                        reference?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demand-history/judgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say of an odd week whether it counts: models then leave it out, or use it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        site: string;
                        /** @description identifier */
                        part: string;
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        week: string;
                        /** @enum {unknown} */
                        verdict: "leave-out" | "use";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules/stability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Nervousness per horizon, what damping would do, go-aheads, backorder and advance of one relation */
        get: {
            parameters: {
                query: {
                    /** @description identifier */
                    customer: string;
                    /** @description identifier */
                    supplier: string;
                    /** @description identifier */
                    part: string;
                    /** @description identifier */
                    shipTo: string;
                    kind: "delivery-forecast" | "call-off";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            releases: number;
                            horizons: {
                                firmTo: number;
                                productionTo: number;
                                materialTo: number;
                            };
                            zones: {
                                firm: {
                                    changed: number;
                                    before: number;
                                    share?: number;
                                };
                                production: {
                                    changed: number;
                                    before: number;
                                    share?: number;
                                };
                                material: {
                                    changed: number;
                                    before: number;
                                    share?: number;
                                };
                                forecast: {
                                    changed: number;
                                    before: number;
                                    share?: number;
                                };
                            };
                            effects: {
                                /** @description Share of the release before that is kept */
                                hold: number;
                                nervousness: {
                                    firm: {
                                        changed: number;
                                        before: number;
                                        share?: number;
                                    };
                                    production: {
                                        changed: number;
                                        before: number;
                                        share?: number;
                                    };
                                    material: {
                                        changed: number;
                                        before: number;
                                        share?: number;
                                    };
                                    forecast: {
                                        changed: number;
                                        before: number;
                                        share?: number;
                                    };
                                };
                                /** @description Absolute error outside the firm zone by what came */
                                wape?: number;
                                weeks: {
                                    week: string;
                                    previous: number;
                                    wanted: number;
                                    damped: number;
                                }[];
                            }[];
                            goAheads: {
                                /** @enum {unknown} */
                                kind: "production" | "material" | "finished";
                                cumulative: number;
                                until?: string;
                                stated: boolean;
                            }[];
                            position?: {
                                required: number;
                                received: number;
                                inTransit: number;
                                backorder: number;
                                advance: number;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules/damping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The customer blends its last release with the one before; the blend becomes its next release */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        supplier: string;
                        /** @description identifier */
                        part: string;
                        /** @description identifier */
                        shipTo: string;
                        /** @enum {unknown} */
                        kind: "delivery-forecast" | "call-off";
                        /**
                         * Format: uuid
                         * @description Event of the release that was read
                         */
                        releaseEvent: string;
                        hold: number;
                        text?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            release: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/capacity-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Capacity groups of our own and those that suppliers show us, with their demand per week */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            groups: {
                                owner: string;
                                group: string;
                                name: string;
                                customer?: string;
                                site?: string;
                                unit: string;
                                parts: {
                                    /** @description identifier */
                                    part: string;
                                    loadFactor: number;
                                }[];
                                flexibility: {
                                    fromWeeks: number;
                                    plusPercent: number;
                                    minusPercent: number;
                                }[];
                                statedAt: string;
                                weeks: {
                                    week: string;
                                    actual: number;
                                    agreed?: number;
                                    maximum: number;
                                    deltaProduction?: number;
                                    demand: number;
                                    /** @enum {unknown} */
                                    state: "free" | "tight" | "bottleneck";
                                    short: number;
                                    outsideAgreed: boolean;
                                }[];
                                resources?: {
                                    shiftsPerWeek: number;
                                    hoursPerShift: number;
                                    hoursPerUnit: number;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/capacity-groups/{group}/requirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hours, shifts and material that the demand of an own group takes */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    group: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            labour: {
                                week: string;
                                hours: number;
                                shifts: number;
                            }[];
                            materials: {
                                part: string;
                                unit: string;
                                weeks: {
                                    week: string;
                                    quantity: number;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/capacity-groups/{owner}/{group}/simulation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What more shifts, another group or making ahead would change; nothing is stated */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    owner: string;
                    /** @description identifier */
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        extraShifts?: {
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            from: string;
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            to: string;
                            shifts: number;
                        }[];
                        moved?: {
                            /** @description identifier */
                            part: string;
                            share: number;
                        }[];
                        /** @description identifier */
                        alternate?: string;
                        aheadWeeks?: number;
                        shiftsPerWeek?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            weeks: {
                                week: string;
                                demand: number;
                                capacity: number;
                                made: number;
                                stock: number;
                                short: number;
                            }[];
                            alternate?: {
                                week: string;
                                demand: number;
                                capacity: number;
                                made: number;
                                stock: number;
                                short: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/capacity-groups/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** State an own capacity group; with a customer it is that customer’s to see */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @description identifier */
                        customer?: string;
                        /** @description identifier */
                        site?: string;
                        /** @description UN/ECE Rec 20 unit code */
                        unit: string;
                        parts: {
                            /** @description identifier */
                            part: string;
                            loadFactor: number;
                        }[];
                        flexibility?: {
                            fromWeeks: number;
                            plusPercent: number;
                            minusPercent: number;
                        }[];
                        weeks: {
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            week: string;
                            actual: number;
                            agreed?: number;
                            maximum: number;
                            deltaProduction?: number;
                        }[];
                        resources?: {
                            shiftsPerWeek: number;
                            hoursPerShift: number;
                            hoursPerUnit: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            group: string;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Withdraw an own capacity group */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    group: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            group: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demand-accuracy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Per relation: how well customer, supplier and model foretold what came, and how well commits were kept */
        get: {
            parameters: {
                query?: {
                    /** @description identifier */
                    customer?: string;
                    /** @description identifier */
                    supplier?: string;
                    /** @description identifier */
                    part?: string;
                    /** @description identifier */
                    shipTo?: string;
                    kind?: "delivery-forecast" | "call-off";
                    /** @description How many weeks ahead a number is judged */
                    lag?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lag: number;
                            relations: {
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                supplier: string;
                                /** @description identifier */
                                part: string;
                                /** @description identifier */
                                shipTo: string;
                                /** @enum {unknown} */
                                kind: "delivery-forecast" | "call-off";
                                parties: {
                                    /** @enum {unknown} */
                                    party: "customer" | "supplier" | "statistical";
                                    weeks: number;
                                    wape?: number;
                                    bias?: number;
                                    valueAdded?: number;
                                }[];
                                kept: {
                                    weeks: number;
                                    committed: number;
                                    delivered: number;
                                    share?: number;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consensus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Numbers of customer, supplier and model side by side, the consensus of them, and value added per quarter */
        get: {
            parameters: {
                query: {
                    /** @description identifier */
                    customer: string;
                    /** @description identifier */
                    supplier: string;
                    /** @description identifier */
                    part: string;
                    /** @description identifier */
                    shipTo: string;
                    kind: "delivery-forecast" | "call-off";
                    /** @description How many weeks ahead a number is judged */
                    lag?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lag: number;
                            weeks: {
                                week: string;
                                customer?: number;
                                supplier?: number;
                                statistical?: number;
                                consensus?: number;
                            }[];
                            standings: {
                                /** @enum {unknown} */
                                party: "customer" | "supplier" | "statistical";
                                weight: number;
                                correction: number;
                                wape?: number;
                            }[];
                            quarters: {
                                from: string;
                                parties: {
                                    /** @enum {unknown} */
                                    party: "customer" | "supplier" | "statistical";
                                    weeks: number;
                                    wape?: number;
                                    bias?: number;
                                    valueAdded?: number;
                                }[];
                            }[];
                            kept: {
                                weeks: number;
                                committed: number;
                                delivered: number;
                                share?: number;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/build-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own build plans by site */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            plans: {
                                /** @description identifier */
                                owner: string;
                                /** @description identifier */
                                site: string;
                                release: string;
                                models: {
                                    model: string;
                                    weeks: {
                                        /**
                                         * Format: date
                                         * @description calendar day YYYY-MM-DD
                                         */
                                        week: string;
                                        quantity: number;
                                    }[];
                                }[];
                                takeRates: {
                                    model: string;
                                    /** @description identifier */
                                    part: string;
                                    share: number;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        /** State units per model and week and their take rates; replaces the plan of the site */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        site: string;
                        release: string;
                        models: {
                            model: string;
                            weeks: {
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                week: string;
                                quantity: number;
                            }[];
                        }[];
                        takeRates: {
                            model: string;
                            /** @description identifier */
                            part: string;
                            share: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/end-demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** End demand that each tier passed on, beside the orders of the same relation, and how much more they vary */
        get: {
            parameters: {
                query?: {
                    /** @description identifier */
                    part?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            relations: {
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                supplier: string;
                                /** @description identifier */
                                site: string;
                                /** @description identifier */
                                part: string;
                                unit: string;
                                tier: number;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                asOf: string;
                                weeks: {
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    week: string;
                                    quantity: number;
                                }[];
                                release: string | null;
                                orders: {
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    week: string;
                                    quantity: number;
                                }[];
                                comparedWeeks: number;
                                bullwhip: number | null;
                                bound: number | null;
                                boundWithoutSharing: number | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bullwhip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much more orders vary than the demand that caused them: the own tier, and relations with shared end demand */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tiers: {
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                supplier?: string;
                                /** @description identifier */
                                site: string;
                                /** @description identifier */
                                part: string;
                                unit: string;
                                /** @enum {unknown} */
                                against: "end-demand" | "own-demand";
                                weeks: number;
                                ratio: number;
                                bound?: number;
                                boundWithoutSharing?: number;
                                removed?: number;
                                /** @enum {unknown} */
                                because: "order-batching" | "demand-signal" | "over-reaction";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/end-demand/requirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What end demand needs of the own parts, gross, and net of stock, transit and call-offs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requirements: {
                                /** @description identifier */
                                site: string;
                                /** @description identifier */
                                part: string;
                                gross: {
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    week: string;
                                    quantity: number;
                                }[];
                                net: {
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    week: string;
                                    quantity: number;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scenarios beside the build plan, open ones first */
        get: {
            parameters: {
                query?: {
                    /** @description identifier */
                    site?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            scenarios: ({
                                /** @description identifier */
                                owner: string;
                                /** @description identifier */
                                site: string;
                                /** @description identifier */
                                scenario: string;
                                name: string;
                                volumes: {
                                    model: string;
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    from?: string;
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    to?: string;
                                    factor: number;
                                }[];
                                takeRates: {
                                    model: string;
                                    /** @description identifier */
                                    part: string;
                                    share: number;
                                }[];
                            } & {
                                /** @enum {unknown} */
                                state: "open" | "promoted" | "dropped";
                            })[];
                        };
                    };
                };
            };
        };
        /** State a scenario: other volumes and take rates; the plan stays as it is */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        site: string;
                        /** @description identifier */
                        scenario: string;
                        name: string;
                        volumes: {
                            model: string;
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            from?: string;
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            to?: string;
                            factor: number;
                        }[];
                        takeRates: {
                            model: string;
                            /** @description identifier */
                            part: string;
                            share: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a scenario would change of each part, against the plan */
        get: {
            parameters: {
                query: {
                    /** @description identifier */
                    site: string;
                    /** @description identifier */
                    scenario: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            parts: {
                                /** @description identifier */
                                part: string;
                                plan: number;
                                scenario: number;
                                delta: number;
                                peakWeek: string | null;
                                peakDelta: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/promote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a scenario the plan: a step of its own */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        site: string;
                        /** @description identifier */
                        scenario: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop a scenario */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        site: string;
                        /** @description identifier */
                        scenario: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs this organisation, the nearest impact first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            today: string;
                            items: {
                                id: string;
                                kind: string;
                                /** @enum {unknown} */
                                light: "red" | "amber" | "green";
                                impactAt?: string;
                                site?: string;
                                part?: string;
                                partner?: string;
                                values: {
                                    [key: string]: string | number | null;
                                };
                                link: string;
                            }[];
                            counts: {
                                red: number;
                                amber: number;
                                green: number;
                                inTransit: number;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sites, lanes and moving consignments for the map */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sites: {
                                owner: string;
                                id: string;
                                name: string;
                                kind: string;
                                city: string | null;
                                country: string | null;
                                longitude: number;
                                latitude: number;
                                /** @enum {unknown} */
                                light?: "red" | "amber" | "green";
                            }[];
                            lanes: {
                                from: string;
                                to: string;
                                customer: string;
                                supplier: string;
                                mode: string;
                                parts: number;
                                leadTimeDays: number;
                                /** @enum {unknown} */
                                light?: "red" | "amber" | "green";
                            }[];
                            consignments: {
                                supplier: string;
                                shipment: string;
                                customer: string;
                                carrier: string;
                                from: string;
                                to: string;
                                packages: number | null;
                                grossMassKg: number | null;
                                vehicle: string | null;
                                mode: string | null;
                                collectAt: string;
                                expectedAt: string;
                                longitude: number | null;
                                latitude: number | null;
                                positionAt: string | null;
                                departedAt: string | null;
                                arrivedAt: string | null;
                                heldAt: string | null;
                                heldReason: string | null;
                                transportReference: string | null;
                                despatchNote: string | null;
                                state: string;
                                arrival?: {
                                    p20At: string | null;
                                    p50At: string;
                                    p80At: string | null;
                                    p95At: string | null;
                                    /** @enum {unknown} */
                                    basis: "history" | "history-and-carrier" | "decided" | "said" | "lead-time" | "advised";
                                    journeys: number;
                                    projectedAt: string;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projected stock per part and site per day, and what partners disclose of theirs */
        get: {
            parameters: {
                query?: {
                    days?: number;
                    site?: string;
                    part?: string;
                    light?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            today: string;
                            days: string[];
                            nodes: {
                                owner: string;
                                site: string;
                                part: string;
                                unit: string;
                                onHand: number;
                                inTransit: number;
                                overdue: number;
                                runsOutOn?: string;
                                runsOutIfDelivered?: string;
                                shortQuantity: number;
                                daysOfSupply: number;
                                /** @enum {unknown} */
                                light: "red" | "amber" | "green";
                                demand: number[];
                                receipts: number[];
                                planned: number[];
                                projected: number[];
                                projectedIfDelivered: number[];
                            }[];
                            foreign: {
                                [key: string]: unknown;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projection/{site}/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One node with every figure it is made of and the event that each came from */
        get: {
            parameters: {
                query?: {
                    days?: number;
                };
                header?: never;
                path: {
                    site: string;
                    part: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            today: string;
                            node: {
                                owner: string;
                                site: string;
                                part: string;
                                unit: string;
                                onHand: number;
                                inTransit: number;
                                overdue: number;
                                runsOutOn?: string;
                                runsOutIfDelivered?: string;
                                shortQuantity: number;
                                daysOfSupply: number;
                                /** @enum {unknown} */
                                light: "red" | "amber" | "green";
                                demand: number[];
                                receipts: number[];
                                planned: number[];
                                projected: number[];
                                projectedIfDelivered: number[];
                            };
                            contributions: {
                                kind: string;
                                day?: string;
                                to?: string;
                                quantity: number;
                                eventId: string;
                                reference: string;
                                partner?: string;
                                confirmed: boolean;
                                overdueDays?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projection/{site}/{part}/outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cause of a stop pegged up the chain, what it holds back, and its probability per day */
        get: {
            parameters: {
                query?: {
                    days?: number;
                };
                header?: never;
                path: {
                    /** @description identifier */
                    site: string;
                    /** @description identifier */
                    part: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            today: string;
                            chain: {
                                owner: string;
                                site: string;
                                part: string;
                                day: string;
                                missing?: number;
                                unit?: string;
                                /** @enum {unknown} */
                                reason: "input" | "capacity" | "shipment" | "held" | "disclosed" | "uncovered";
                                shipment?: string;
                                supplier?: string;
                                despatchNote?: string;
                                expectedAt?: string;
                                stopShift?: string;
                            }[];
                            affected: {
                                /** @enum {unknown} */
                                kind: "need" | "build" | "call-off";
                                site: string;
                                part: string;
                                from: string;
                            }[];
                            probability: number[];
                            bands: {
                                low: number[];
                                middle: number[];
                                high: number[];
                            };
                            runs: number;
                            uncertain: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/safety-stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recommended safety stock per part and site, with its inputs and what the live view lets take out */
        get: {
            parameters: {
                query?: {
                    site?: string;
                    part?: string;
                    serviceLevel?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recommendations: {
                                site: string;
                                part: string;
                                unit: string;
                                serviceLevel: number;
                                onHand: number;
                                demandMean: number;
                                demandDeviation: number;
                                leadTimeDays: number;
                                leadTimeDeviationDays: number | null;
                                journeys: number;
                                watchedDeviationDays: number | null;
                                recommended: number;
                                recommendedWatched: number | null;
                                isComplete: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open exceptions, the nearest and dearest impact first, and what partners tell and let see of theirs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            exceptions: {
                                owner: string;
                                id: string;
                                /** @enum {unknown} */
                                kind: "delay" | "shortage" | "excess" | "over-delivery" | "missing-asn" | "asn-against-call-off" | "stock-against-cumulative" | "temperature" | "silent-tracker" | "stale-data" | "frozen-change" | "commit-below-demand" | "implausible-quantity" | "bottleneck-week" | "bullwhip" | "forecast-bias" | "forecast-accuracy";
                                state: string;
                                stopAt: string | null;
                                impactAt: string | null;
                                impact: {
                                    stopDays?: number;
                                    costEuro?: number;
                                } | null;
                                hits: {
                                    /** @description identifier */
                                    site: string;
                                    /** @description identifier */
                                    part: string;
                                    /** @description UN/ECE Rec 20 unit code */
                                    unit: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    stopAt?: string;
                                    shortQuantity?: number;
                                    stopProbability?: number;
                                }[];
                                cause: {
                                    supplier: string;
                                    shipment: string;
                                    despatchNote: string;
                                    expectedAt: string;
                                } | null;
                                partner: string | null;
                                reference: string | null;
                                difference: {
                                    observed?: number;
                                    expected?: number;
                                    /** @description UN/ECE Rec 20 unit code */
                                    unit: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    since?: string;
                                    /** @enum {unknown} */
                                    because?: "order-batching" | "demand-signal" | "over-reaction" | "said-too-much" | "said-too-little" | "worse-than-repeating";
                                    /** @enum {unknown} */
                                    saidBy?: "customer" | "supplier" | "statistical";
                                } | null;
                                options: {
                                    /** @enum {unknown} */
                                    option: "expedite-van" | "expedite-air" | "reroute" | "other-site" | "alternative-part" | "alternative-supplier" | "re-plan" | "accept";
                                    /** @description identifier */
                                    of?: string;
                                    quantity?: number;
                                    /** @description UN/ECE Rec 20 unit code */
                                    unit?: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    arrivesAt?: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    stopAt?: string;
                                    costEuro?: number;
                                    co2Kg?: number;
                                }[] | null;
                                chosen: string | null;
                                chosenOf: string | null;
                                raisedAt: string;
                                changedAt: string;
                                sequence: number;
                            }[];
                            foreign: {
                                owner: string;
                                exception: string;
                                site: string;
                                part: string;
                                /** @enum {unknown} */
                                kind: "delay" | "shortage" | "excess" | "over-delivery" | "missing-asn" | "asn-against-call-off" | "stock-against-cumulative" | "temperature" | "silent-tracker" | "stale-data" | "frozen-change" | "commit-below-demand" | "implausible-quantity" | "bottleneck-week" | "bullwhip" | "forecast-bias" | "forecast-accuracy";
                                /** @enum {unknown} */
                                light: "red" | "amber" | "green";
                                stopShift: string | null;
                            }[];
                            told: {
                                owner: string;
                                exception: string;
                                to: string;
                                /** @enum {unknown} */
                                kind: "delay" | "shortage" | "excess" | "over-delivery" | "missing-asn" | "asn-against-call-off" | "stock-against-cumulative" | "temperature" | "silent-tracker" | "stale-data" | "frozen-change" | "commit-below-demand" | "implausible-quantity" | "bottleneck-week" | "bullwhip" | "forecast-bias" | "forecast-accuracy";
                                site: string | null;
                                part: string | null;
                                supplier: string | null;
                                shipment: string | null;
                                reference: string | null;
                                difference: {
                                    observed?: number;
                                    expected?: number;
                                    /** @description UN/ECE Rec 20 unit code */
                                    unit: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    since?: string;
                                    /** @enum {unknown} */
                                    because?: "order-batching" | "demand-signal" | "over-reaction" | "said-too-much" | "said-too-little" | "worse-than-repeating";
                                    /** @enum {unknown} */
                                    saidBy?: "customer" | "supplier" | "statistical";
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exceptions/{id}/choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose what is done about an exception */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        option: "expedite-van" | "expedite-air" | "reroute" | "other-site" | "alternative-part" | "alternative-supplier" | "re-plan" | "accept";
                        /** @description identifier */
                        of?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/line-stop-costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a minute of standstill costs at the own sites */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            costs: {
                                /** @description identifier */
                                site: string;
                                euroPerMinute: number;
                                minutesPerDay: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/line-stop-costs/{site}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** State what a minute of standstill costs at an own site */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    site: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        euroPerMinute: number;
                        minutesPerDay: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shipments, the open ones first */
        get: {
            parameters: {
                query?: {
                    state?: string;
                    part?: string;
                    partner?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            shipments: {
                                id: string;
                                supplier: string;
                                customer: string;
                                from: string;
                                to: string;
                                unloadingPoint: string | null;
                                despatchNote: string;
                                despatchedAt: string;
                                expectedAt: string;
                                receivedAt: string | null;
                                carrier: string | null;
                                transportReference: string | null;
                                vehicle: string | null;
                                mode: string | null;
                                grossMassKg: number | null;
                                unitCount: number;
                                state: string;
                                confirmed: boolean;
                                recordedBy: string;
                                eventId: string;
                                sequence: number;
                                arrival: {
                                    p20At: string | null;
                                    p50At: string;
                                    p80At: string | null;
                                    p95At: string | null;
                                    /** @enum {unknown} */
                                    basis: "history" | "history-and-carrier" | "decided" | "said" | "lead-time" | "advised";
                                    journeys: number;
                                    projectedAt: string;
                                } | null;
                                lines?: {
                                    line: number;
                                    part: string;
                                    quantity: number;
                                    unit: string;
                                    received: number;
                                    open: boolean;
                                }[] | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A shipment with lines, handling units, consignment and receipts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            shipment: {
                                id: string;
                                supplier: string;
                                customer: string;
                                from: string;
                                to: string;
                                unloadingPoint: string | null;
                                despatchNote: string;
                                despatchedAt: string;
                                expectedAt: string;
                                receivedAt: string | null;
                                carrier: string | null;
                                transportReference: string | null;
                                vehicle: string | null;
                                mode: string | null;
                                grossMassKg: number | null;
                                unitCount: number;
                                state: string;
                                confirmed: boolean;
                                recordedBy: string;
                                eventId: string;
                                sequence: number;
                                arrival: {
                                    p20At: string | null;
                                    p50At: string;
                                    p80At: string | null;
                                    p95At: string | null;
                                    /** @enum {unknown} */
                                    basis: "history" | "history-and-carrier" | "decided" | "said" | "lead-time" | "advised";
                                    journeys: number;
                                    projectedAt: string;
                                } | null;
                                lines?: {
                                    line: number;
                                    part: string;
                                    quantity: number;
                                    unit: string;
                                    received: number;
                                    open: boolean;
                                }[] | null;
                            };
                            lines: {
                                [key: string]: unknown;
                            }[];
                            units: {
                                [key: string]: unknown;
                            }[];
                            receipts: {
                                customer: string;
                                id: string;
                                supplier: string;
                                site: string;
                                shipment: string | null;
                                despatchNote: string | null;
                                receivedAt: string;
                                lines: {
                                    [key: string]: unknown;
                                }[];
                                differences: {
                                    [key: string]: unknown;
                                }[];
                                confirmed: boolean;
                                eventId: string;
                            }[];
                            consignment: {
                                supplier: string;
                                shipment: string;
                                customer: string;
                                carrier: string;
                                from: string;
                                to: string;
                                packages: number | null;
                                grossMassKg: number | null;
                                vehicle: string | null;
                                mode: string | null;
                                collectAt: string;
                                expectedAt: string;
                                longitude: number | null;
                                latitude: number | null;
                                positionAt: string | null;
                                departedAt: string | null;
                                arrivedAt: string | null;
                                heldAt: string | null;
                                heldReason: string | null;
                                transportReference: string | null;
                                despatchNote: string | null;
                                state: string;
                                arrival?: {
                                    p20At: string | null;
                                    p50At: string;
                                    p80At: string | null;
                                    p95At: string | null;
                                    /** @enum {unknown} */
                                    basis: "history" | "history-and-carrier" | "decided" | "said" | "lead-time" | "advised";
                                    journeys: number;
                                    projectedAt: string;
                                } | null;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consignments/{shipment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a carrier, or a link to it, sees of a shipment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    shipment: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            supplier: string;
                            shipment: string;
                            customer: string;
                            carrier: string;
                            from: string;
                            to: string;
                            packages: number | null;
                            grossMassKg: number | null;
                            vehicle: string | null;
                            mode: string | null;
                            collectAt: string;
                            expectedAt: string;
                            longitude: number | null;
                            latitude: number | null;
                            positionAt: string | null;
                            departedAt: string | null;
                            arrivedAt: string | null;
                            heldAt: string | null;
                            heldReason: string | null;
                            transportReference: string | null;
                            despatchNote: string | null;
                            state: string;
                            arrival?: {
                                p20At: string | null;
                                p50At: string;
                                p80At: string | null;
                                p95At: string | null;
                                /** @enum {unknown} */
                                basis: "history" | "history-and-carrier" | "decided" | "said" | "lead-time" | "advised";
                                journeys: number;
                                projectedAt: string;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipments/{id}/telemetry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Track and sensor curves of a shipment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            curves: {
                                /** @enum {unknown} */
                                kind: "temperatureC" | "humidityPercent" | "shockG" | "door";
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                at: string;
                                lowest: number;
                                highest: number;
                            }[];
                            track: {
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                at: string;
                                longitude: number;
                                latitude: number;
                                speedKmh: number | null;
                            }[];
                            /** @description Kept, but not believed, and why */
                            marked: {
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                at: string;
                                mark: string;
                                kind: string;
                                value: number | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock by site, part and status */
        get: {
            parameters: {
                query?: {
                    site?: string;
                    part?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            stock: {
                                owner: string;
                                site: string;
                                part: string;
                                status: string;
                                quantity: number;
                                unit: string;
                                countedAt: string | null;
                                movedAt: string;
                                eventId: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count stock by hand */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        site: string;
                        /** @description identifier */
                        part: string;
                        /** @enum {unknown} */
                        status: "available" | "blocked" | "in-quality";
                        quantity: number;
                        /** @description UN/ECE Rec 20 unit code */
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Goods receipts, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            receipts: {
                                customer: string;
                                id: string;
                                supplier: string;
                                site: string;
                                shipment: string | null;
                                despatchNote: string | null;
                                receivedAt: string;
                                lines: {
                                    [key: string]: unknown;
                                }[];
                                differences: {
                                    [key: string]: unknown;
                                }[];
                                confirmed: boolean;
                                eventId: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Receive goods by hand */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        supplier: string;
                        /** @description identifier */
                        site: string;
                        /** @description identifier */
                        shipment?: string;
                        despatchNote?: string;
                        lines: {
                            /** @description identifier */
                            part: string;
                            quantity: number;
                            /** @description UN/ECE Rec 20 unit code */
                            unit: string;
                            cumulative?: number;
                            /** @enum {unknown} */
                            status?: "available" | "blocked" | "in-quality";
                            reason?: string;
                        }[];
                        closesShipment: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/container-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Returnable packages per partner and kind: balance of both sides, under way, differences */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accounts: {
                                /** @description identifier */
                                partner: string;
                                packaging: string;
                                /** @description Packages that the partner owes, in my view; negative: that I owe */
                                balance: number;
                                /** @description The same in the view of the partner */
                                partnerBalance: number;
                                underWayOut: number;
                                underWayIn: number;
                                /** @description Passages of which both sides say another number */
                                differing: number;
                                statedAt: string | null;
                                partnerStatedAt: string | null;
                                movedAt: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/container-movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What both sides say of each passage of an account, newest first */
        get: {
            parameters: {
                query: {
                    /** @description identifier */
                    partner: string;
                    packaging: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            movements: {
                                reference: string;
                                /** @enum {unknown} */
                                cause: "full" | "empty" | "lost" | "scrapped" | "adjusted";
                                shipment: string | null;
                                /** @description From me to the partner */
                                isOut: boolean;
                                movedAt: string;
                                sent: number | null;
                                sentVia: string | null;
                                sentNote: string | null;
                                received: number | null;
                                receivedVia: string | null;
                                receivedNote: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Say how many packages left or came; under the same reference it corrects what I said before */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        direction: "sent" | "received";
                        /** @description identifier */
                        partner: string;
                        packaging: string;
                        quantity: number;
                        /** @enum {unknown} */
                        cause: "full" | "empty" | "lost" | "scrapped" | "adjusted";
                        reference: string;
                        /**
                         * Format: date-time
                         * @description UTC instant
                         */
                        movedAt: string;
                        /** @description identifier */
                        site?: string;
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/container-balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what my books or my count say of an account; it goes on from there */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        partner: string;
                        packaging: string;
                        balance: number;
                        /**
                         * Format: date-time
                         * @description UTC instant
                         */
                        statedAt: string;
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipments/{id}/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened on the way, what is planned and expected, and who said it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            milestones: {
                                eventId: string;
                                /** @description identifier */
                                by: string;
                                /** @description identifier */
                                recordedBy: string;
                                confirmed: boolean;
                                /** @enum {unknown} */
                                milestone: "picked-up" | "stuffed" | "gate-in" | "gate-out" | "loaded" | "departed" | "arrived" | "discharged" | "stripped" | "dropped-off" | "inspected" | "held" | "released" | "problem";
                                /** @enum {unknown} */
                                certainty: "actual" | "planned" | "estimated";
                                at: string;
                                saidAt: string;
                                place: {
                                    name?: string;
                                    unLocode?: string;
                                    facility?: string;
                                    /** @description identifier */
                                    site?: string;
                                    position?: {
                                        longitude: number;
                                        latitude: number;
                                    };
                                } | null;
                                equipment: string | null;
                                vessel: string | null;
                                voyage: string | null;
                                reason: string | null;
                                /** @description A name or a photo lies beside the event */
                                hasPersonal: boolean;
                                sequence: number;
                            }[];
                            equipment: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/milestones/{eventId}/attachment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Name, note and photo that came with a milestone, as long as they are not erased */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    eventId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            driver?: string;
                            note?: string;
                            photo?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipments/{id}/equipment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say in which container a shipment travels */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        equipment: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/shipments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each party of a shipment sees of it, and those to whom I show it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            columns: {
                                /** @description identifier */
                                organisation: string;
                                /** @enum {unknown} */
                                why: "self" | "owner" | "message" | "trade" | "agreement";
                            }[];
                            facets: {
                                facet: string;
                                /** @description Rows that I read */
                                count: number;
                                quantity?: number | null;
                                at?: string | null;
                                light?: ("red" | "amber" | "green") | null;
                                cells: ("same" | "part" | "not-shared" | "nothing" | "unknown")[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/nodes/{site}/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each partner sees of a part at a site */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    site: string;
                    /** @description identifier */
                    part: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            columns: {
                                /** @description identifier */
                                organisation: string;
                                /** @enum {unknown} */
                                why: "self" | "owner" | "message" | "trade" | "agreement";
                            }[];
                            facets: {
                                facet: string;
                                /** @description Rows that I read */
                                count: number;
                                quantity?: number | null;
                                at?: string | null;
                                light?: ("red" | "amber" | "green") | null;
                                cells: ("same" | "part" | "not-shared" | "nothing" | "unknown")[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projection/{site}/{part}/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a part comes from and what is built from it, tier by tier, with lights and late shipments */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    site: string;
                    /** @description identifier */
                    part: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            nodes: {
                                /** @description identifier */
                                site: string;
                                /** @description identifier */
                                part: string;
                                owner: string | null;
                                /** @description Negative upstream, positive downstream of the part asked for */
                                step: number;
                                light: ("red" | "amber" | "green") | null;
                                stopAt: string | null;
                                /** @enum {unknown} */
                                depth: "exact" | "light" | "not-shared";
                            }[];
                            edges: {
                                /** @description site|part */
                                from: string;
                                to: string;
                                /** @enum {unknown} */
                                kind: "lane" | "built-into";
                                quantity?: number;
                                leadTimeDays?: number;
                                shipments: {
                                    /** @description identifier */
                                    id: string;
                                    expectedAt: string;
                                    late: boolean;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/what-ifs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What-ifs that were asked about parts at sites: ours about partners, and theirs about us */
        get: {
            parameters: {
                query?: {
                    /** @description identifier */
                    site?: string;
                    /** @description identifier */
                    part?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            limit: number;
                            asked: {
                                owner: string;
                                asker: string;
                                site: string;
                                part: string;
                                day: string;
                                asked: number;
                                lastAt: string;
                                changes: {
                                    /**
                                     * Format: date
                                     * @description calendar day YYYY-MM-DD
                                     */
                                    day: string;
                                    quantity: number;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** What a supplier’s part at a site would come to with other call-offs, as a light and a shift */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        site: string;
                        /** @description identifier */
                        part: string;
                        changes: {
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            day: string;
                            quantity: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            published: {
                                /** @enum {unknown} */
                                light: "red" | "amber" | "green";
                                stopShift: string | null;
                            };
                            answer: {
                                /** @enum {unknown} */
                                light: "red" | "amber" | "green";
                                stopShift: string | null;
                            };
                            reckonedWith: {
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                day: string;
                                quantity: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vehicle-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of truck that tours are planned with */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            vehicles: {
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                owner: string;
                                name: string;
                                capacity: {
                                    massKg: number;
                                    volumeCubicMeters: number;
                                    loadingMeters: number;
                                    palletPlaces: number;
                                };
                                count: number;
                                roundTrip: boolean;
                                costPerTour: number;
                                costPerKm: number;
                                costPerHour: number;
                                costPerStop: number;
                                co2PerKmEmptyKg: number;
                                co2PerKmFullKg: number;
                                driverHours: boolean;
                                maxStops: number | null;
                                maxDistanceKm: number | null;
                                skills: string[];
                                carrier: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vehicle-types/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Register a kind of truck, or say anew what it carries and costs */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        capacity: {
                            massKg: number;
                            volumeCubicMeters: number;
                            loadingMeters: number;
                            palletPlaces: number;
                        };
                        count: number;
                        roundTrip: boolean;
                        costPerTour: number;
                        costPerKm: number;
                        costPerHour: number;
                        costPerStop: number;
                        co2PerKmEmptyKg: number;
                        co2PerKmFullKg: number;
                        driverHours: boolean;
                        maxStops?: number;
                        maxDistanceKm?: number;
                        skills?: string[];
                        /** @description identifier */
                        carrier?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transport-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transport orders of mine, as their customer or supplier */
        get: {
            parameters: {
                query?: {
                    /** @description calendar day YYYY-MM-DD */
                    day?: string;
                    state?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            orders: {
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                supplier: string;
                                /** @enum {unknown} */
                                kind: "inbound" | "empties";
                                /** @description identifier */
                                from: string;
                                /** @description identifier */
                                to: string;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                deliverOn: string;
                                goods: {
                                    massKg: number;
                                    volumeCubicMeters: number;
                                    loadingMeters: number;
                                    palletPlaces: number;
                                };
                                layers: number;
                                packages: number | null;
                                pickupWindows: {
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    from: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    to: string;
                                }[];
                                deliveryWindows: {
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    from: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    to: string;
                                }[];
                                loadingMinutes: number;
                                unloadingMinutes: number;
                                goodsClass: string | null;
                                skills: string[];
                                references: {
                                    /** @enum {unknown} */
                                    kind: "call-off" | "shipment" | "order";
                                    reference: string;
                                }[];
                                state: string;
                                tour: string | null;
                                confirmed: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Order transports, one or many; what cannot be ordered is named, the rest is */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        orders: {
                            /** @description identifier */
                            order: string;
                            /** @description identifier */
                            supplier: string;
                            /** @enum {unknown} */
                            kind: "inbound" | "empties";
                            /** @description identifier */
                            from: string;
                            /** @description identifier */
                            to: string;
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            deliverOn: string;
                            goods: {
                                massKg: number;
                                volumeCubicMeters: number;
                                loadingMeters: number;
                                palletPlaces: number;
                            };
                            layers?: number;
                            packages?: number;
                            pickupWindows: {
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                from: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                to: string;
                            }[];
                            deliveryWindows: {
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                from: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                to: string;
                            }[];
                            loadingMinutes: number;
                            unloadingMinutes: number;
                            goodsClass?: string;
                            skills?: string[];
                            references?: {
                                /** @enum {unknown} */
                                kind: "call-off" | "shipment" | "order";
                                reference: string;
                            }[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: {
                                /** @description identifier */
                                order: string;
                                /** @enum {unknown} */
                                outcome: "recorded" | "known" | "refused";
                                problem?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transport-orders/derive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Order what is firmly called off for a day; done again, it follows the changed call-offs */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        day: string;
                        /** @description identifier */
                        site?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: {
                                /** @description identifier */
                                order: string;
                                /** @enum {unknown} */
                                outcome: "recorded" | "known" | "refused";
                                problem?: string;
                            }[];
                            cancelled: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transport-orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a transport order that was not picked up yet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transport-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts and published plans, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description calendar day YYYY-MM-DD */
                    day?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            plans: {
                                /** @description identifier */
                                id: string;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                day: string;
                                name: string;
                                /** @enum {unknown} */
                                state: "draft" | "published";
                                version: number;
                                distances: {
                                    provider: string;
                                    asOf: string;
                                };
                                baseline: {
                                    tours: number;
                                    orders: number;
                                    unplanned: number;
                                    infeasible: number;
                                    cost: number;
                                    distanceKm: number;
                                    hours: number;
                                    co2Kg: number;
                                    fill: number;
                                };
                                run: string | null;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                changedAt: string;
                                publishedAt: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Begin a plan for a day from its open transport orders; what cannot be planned is named */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        day: string;
                        name?: string;
                        orders?: string[];
                        vehicles?: string[];
                        /** @enum {unknown} */
                        provider?: "best" | "great-circle" | "stored" | "osrm" | "valhalla";
                        seed?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            id: string;
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            day: string;
                            name: string;
                            /** @enum {unknown} */
                            state: "draft" | "published";
                            version: number;
                            distances: {
                                provider: string;
                                asOf: string;
                            };
                            baseline: {
                                tours: number;
                                orders: number;
                                unplanned: number;
                                infeasible: number;
                                cost: number;
                                distanceKm: number;
                                hours: number;
                                co2Kg: number;
                                fill: number;
                            };
                            run: string | null;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            changedAt: string;
                            publishedAt: string | null;
                            figures: {
                                tours: number;
                                orders: number;
                                unplanned: number;
                                infeasible: number;
                                cost: number;
                                distanceKm: number;
                                hours: number;
                                co2Kg: number;
                                fill: number;
                            };
                            tours: {
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                vehicle: string;
                                carrier: string | null;
                                locked: boolean;
                                lockedStops: number;
                                stops: {
                                    /** @description identifier */
                                    order: string;
                                    /** @enum {unknown} */
                                    at: "pickup" | "delivery";
                                }[];
                                rates?: {
                                    /** @description identifier */
                                    tariff: string;
                                    name: string;
                                } | null;
                                reason?: string;
                                co2Kg: number;
                                planned?: {
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    departureAt: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    arrivalAt: string;
                                    distanceKm: number;
                                    drivingMinutes: number;
                                    breakMinutes: number;
                                    restMinutes: number;
                                    cost: number;
                                    lateCost: number;
                                    fill: number[];
                                    stops: {
                                        place: string;
                                        /** @description identifier */
                                        order?: string;
                                        /** @enum {unknown} */
                                        at: "pickup" | "delivery" | "reload";
                                        /**
                                         * Format: date-time
                                         * @description UTC instant
                                         */
                                        arrivalAt: string;
                                        /**
                                         * Format: date-time
                                         * @description UTC instant
                                         */
                                        startAt: string;
                                        /**
                                         * Format: date-time
                                         * @description UTC instant
                                         */
                                        departureAt: string;
                                        load: number[];
                                    }[];
                                };
                            }[];
                            unplanned: string[];
                            findings: {
                                code: string;
                                subject: string;
                                message: string;
                            }[];
                            orders: {
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                supplier: string;
                                kind: string;
                                /** @description identifier */
                                from: string;
                                /** @description identifier */
                                to: string;
                                goods: {
                                    massKg: number;
                                    volumeCubicMeters: number;
                                    loadingMeters: number;
                                    palletPlaces: number;
                                };
                                packages: number | null;
                            }[];
                            vehicles: {
                                /** @description identifier */
                                id: string;
                                name: string;
                                capacity: {
                                    massKg: number;
                                    volumeCubicMeters: number;
                                    loadingMeters: number;
                                    palletPlaces: number;
                                };
                                count: number;
                            }[];
                            sites: {
                                /** @description identifier */
                                id: string;
                                name: string;
                                /** @description identifier */
                                owner: string;
                                longitude: number;
                                latitude: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transport-plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan with its tours, figures and findings */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            id: string;
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            day: string;
                            name: string;
                            /** @enum {unknown} */
                            state: "draft" | "published";
                            version: number;
                            distances: {
                                provider: string;
                                asOf: string;
                            };
                            baseline: {
                                tours: number;
                                orders: number;
                                unplanned: number;
                                infeasible: number;
                                cost: number;
                                distanceKm: number;
                                hours: number;
                                co2Kg: number;
                                fill: number;
                            };
                            run: string | null;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            changedAt: string;
                            publishedAt: string | null;
                            figures: {
                                tours: number;
                                orders: number;
                                unplanned: number;
                                infeasible: number;
                                cost: number;
                                distanceKm: number;
                                hours: number;
                                co2Kg: number;
                                fill: number;
                            };
                            tours: {
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                vehicle: string;
                                carrier: string | null;
                                locked: boolean;
                                lockedStops: number;
                                stops: {
                                    /** @description identifier */
                                    order: string;
                                    /** @enum {unknown} */
                                    at: "pickup" | "delivery";
                                }[];
                                rates?: {
                                    /** @description identifier */
                                    tariff: string;
                                    name: string;
                                } | null;
                                reason?: string;
                                co2Kg: number;
                                planned?: {
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    departureAt: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    arrivalAt: string;
                                    distanceKm: number;
                                    drivingMinutes: number;
                                    breakMinutes: number;
                                    restMinutes: number;
                                    cost: number;
                                    lateCost: number;
                                    fill: number[];
                                    stops: {
                                        place: string;
                                        /** @description identifier */
                                        order?: string;
                                        /** @enum {unknown} */
                                        at: "pickup" | "delivery" | "reload";
                                        /**
                                         * Format: date-time
                                         * @description UTC instant
                                         */
                                        arrivalAt: string;
                                        /**
                                         * Format: date-time
                                         * @description UTC instant
                                         */
                                        startAt: string;
                                        /**
                                         * Format: date-time
                                         * @description UTC instant
                                         */
                                        departureAt: string;
                                        load: number[];
                                    }[];
                                };
                            }[];
                            unplanned: string[];
                            findings: {
                                code: string;
                                subject: string;
                                message: string;
                            }[];
                            orders: {
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                supplier: string;
                                kind: string;
                                /** @description identifier */
                                from: string;
                                /** @description identifier */
                                to: string;
                                goods: {
                                    massKg: number;
                                    volumeCubicMeters: number;
                                    loadingMeters: number;
                                    palletPlaces: number;
                                };
                                packages: number | null;
                            }[];
                            vehicles: {
                                /** @description identifier */
                                id: string;
                                name: string;
                                capacity: {
                                    massKg: number;
                                    volumeCubicMeters: number;
                                    loadingMeters: number;
                                    palletPlaces: number;
                                };
                                count: number;
                            }[];
                            sites: {
                                /** @description identifier */
                                id: string;
                                name: string;
                                /** @description identifier */
                                owner: string;
                                longitude: number;
                                latitude: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Throw a plan away; what it published stays */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transport-plans/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put an order on another tour or at another place of its tour; both are driven anew */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description of the plan as it was seen */
                        version: number;
                        /** @description identifier */
                        order: string;
                        /** @description identifier */
                        tour?: string;
                        position?: number;
                        /** @description identifier */
                        vehicle?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            id: string;
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            day: string;
                            name: string;
                            /** @enum {unknown} */
                            state: "draft" | "published";
                            version: number;
                            distances: {
                                provider: string;
                                asOf: string;
                            };
                            baseline: {
                                tours: number;
                                orders: number;
                                unplanned: number;
                                infeasible: number;
                                cost: number;
                                distanceKm: number;
                                hours: number;
                                co2Kg: number;
                                fill: number;
                            };
                            run: string | null;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            changedAt: string;
                            publishedAt: string | null;
                            figures: {
                                tours: number;
                                orders: number;
                                unplanned: number;
                                infeasible: number;
                                cost: number;
                                distanceKm: number;
                                hours: number;
                                co2Kg: number;
                                fill: number;
                            };
                            tours: {
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                vehicle: string;
                                carrier: string | null;
                                locked: boolean;
                                lockedStops: number;
                                stops: {
                                    /** @description identifier */
                                    order: string;
                                    /** @enum {unknown} */
                                    at: "pickup" | "delivery";
                                }[];
                                rates?: {
                                    /** @description identifier */
                                    tariff: string;
                                    name: string;
                                } | null;
                                reason?: string;
                                co2Kg: number;
                                planned?: {
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    departureAt: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    arrivalAt: string;
                                    distanceKm: number;
                                    drivingMinutes: number;
                                    breakMinutes: number;
                                    restMinutes: number;
                                    cost: number;
                                    lateCost: number;
                                    fill: number[];
                                    stops: {
                                        place: string;
                                        /** @description identifier */
                                        order?: string;
                                        /** @enum {unknown} */
                                        at: "pickup" | "delivery" | "reload";
                                        /**
                                         * Format: date-time
                                         * @description UTC instant
                                         */
                                        arrivalAt: string;
                                        /**
                                         * Format: date-time
                                         * @description UTC instant
                                         */
                                        startAt: string;
                                        /**
                                         * Format: date-time
                                         * @description UTC instant
                                         */
                                        departureAt: string;
                                        load: number[];
                                    }[];
                                };
                            }[];
                            unplanned: string[];
                            findings: {
                                code: string;
                                subject: string;
                                message: string;
                            }[];
                            orders: {
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                supplier: string;
                                kind: string;
                                /** @description identifier */
                                from: string;
                                /** @description identifier */
                                to: string;
                                goods: {
                                    massKg: number;
                                    volumeCubicMeters: number;
                                    loadingMeters: number;
                                    palletPlaces: number;
                                };
                                packages: number | null;
                            }[];
                            vehicles: {
                                /** @description identifier */
                                id: string;
                                name: string;
                                capacity: {
                                    massKg: number;
                                    volumeCubicMeters: number;
                                    loadingMeters: number;
                                    palletPlaces: number;
                                };
                                count: number;
                            }[];
                            sites: {
                                /** @description identifier */
                                id: string;
                                name: string;
                                /** @description identifier */
                                owner: string;
                                longitude: number;
                                latitude: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transport-plans/{id}/tours/{tour}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Lock a tour or its first stops, give it another truck or carrier */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                    /** @description identifier */
                    tour: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description of the plan as it was seen */
                        version: number;
                        locked?: boolean;
                        lockedStops?: number;
                        /** @description identifier */
                        vehicle?: string;
                        carrier?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            id: string;
                            /**
                             * Format: date
                             * @description calendar day YYYY-MM-DD
                             */
                            day: string;
                            name: string;
                            /** @enum {unknown} */
                            state: "draft" | "published";
                            version: number;
                            distances: {
                                provider: string;
                                asOf: string;
                            };
                            baseline: {
                                tours: number;
                                orders: number;
                                unplanned: number;
                                infeasible: number;
                                cost: number;
                                distanceKm: number;
                                hours: number;
                                co2Kg: number;
                                fill: number;
                            };
                            run: string | null;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            changedAt: string;
                            publishedAt: string | null;
                            figures: {
                                tours: number;
                                orders: number;
                                unplanned: number;
                                infeasible: number;
                                cost: number;
                                distanceKm: number;
                                hours: number;
                                co2Kg: number;
                                fill: number;
                            };
                            tours: {
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                vehicle: string;
                                carrier: string | null;
                                locked: boolean;
                                lockedStops: number;
                                stops: {
                                    /** @description identifier */
                                    order: string;
                                    /** @enum {unknown} */
                                    at: "pickup" | "delivery";
                                }[];
                                rates?: {
                                    /** @description identifier */
                                    tariff: string;
                                    name: string;
                                } | null;
                                reason?: string;
                                co2Kg: number;
                                planned?: {
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    departureAt: string;
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    arrivalAt: string;
                                    distanceKm: number;
                                    drivingMinutes: number;
                                    breakMinutes: number;
                                    restMinutes: number;
                                    cost: number;
                                    lateCost: number;
                                    fill: number[];
                                    stops: {
                                        place: string;
                                        /** @description identifier */
                                        order?: string;
                                        /** @enum {unknown} */
                                        at: "pickup" | "delivery" | "reload";
                                        /**
                                         * Format: date-time
                                         * @description UTC instant
                                         */
                                        arrivalAt: string;
                                        /**
                                         * Format: date-time
                                         * @description UTC instant
                                         */
                                        startAt: string;
                                        /**
                                         * Format: date-time
                                         * @description UTC instant
                                         */
                                        departureAt: string;
                                        load: number[];
                                    }[];
                                };
                            }[];
                            unplanned: string[];
                            findings: {
                                code: string;
                                subject: string;
                                message: string;
                            }[];
                            orders: {
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                supplier: string;
                                kind: string;
                                /** @description identifier */
                                from: string;
                                /** @description identifier */
                                to: string;
                                goods: {
                                    massKg: number;
                                    volumeCubicMeters: number;
                                    loadingMeters: number;
                                    palletPlaces: number;
                                };
                                packages: number | null;
                            }[];
                            vehicles: {
                                /** @description identifier */
                                id: string;
                                name: string;
                                capacity: {
                                    massKg: number;
                                    volumeCubicMeters: number;
                                    loadingMeters: number;
                                    palletPlaces: number;
                                };
                                count: number;
                            }[];
                            sites: {
                                /** @description identifier */
                                id: string;
                                name: string;
                                /** @description identifier */
                                owner: string;
                                longitude: number;
                                latitude: number;
                            }[];
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/transport-plans/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the tours to their carriers, suppliers and gates, in one commit */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            published: string[];
                            sequence: number;
                            unshared: {
                                /** @description identifier */
                                tour: string;
                                problem: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/distance-matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Store distances and times between my sites; a way that is stored again is replaced */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ways: {
                            /** @description identifier */
                            from: string;
                            /** @description identifier */
                            to: string;
                            meters: number;
                            seconds: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            stored: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transport-plans/replan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a plan from what is published, after a late change, a breakdown or a new order; start its search with mostChanged */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        day: string;
                        broken?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            plan: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published tours of a day, or since one, with the stops that I may see */
        get: {
            parameters: {
                query?: {
                    /** @description calendar day YYYY-MM-DD */
                    day?: string;
                    /** @description calendar day YYYY-MM-DD */
                    since?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tours: {
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                id: string;
                                carrier: string | null;
                                revision: number;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                day: string;
                                /** @description identifier */
                                vehicleType: string;
                                vehicleName: string;
                                capacity: {
                                    massKg: number;
                                    volumeCubicMeters: number;
                                    loadingMeters: number;
                                    palletPlaces: number;
                                };
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                departsAt: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                arrivesAt: string;
                                stops: number;
                                distanceKm: number;
                                drivingMinutes: number;
                                breakMinutes: number;
                                restMinutes: number;
                                fill: {
                                    massKg: number;
                                    volumeCubicMeters: number;
                                    loadingMeters: number;
                                    palletPlaces: number;
                                };
                                co2Kg: number;
                                distances: {
                                    provider: string;
                                    asOf: string;
                                };
                                state: string;
                                vehicle: string | null;
                                problem: {
                                    reason: string;
                                    text: string | null;
                                    at: string;
                                } | null;
                                longitude: number | null;
                                latitude: number | null;
                                positionAt: string | null;
                            }[];
                            stops: {
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                tour: string;
                                /** @description identifier */
                                stop: string;
                                carrier: string | null;
                                supplier: string | null;
                                receiver: string | null;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                day: string;
                                position: number;
                                stops: number;
                                /** @description identifier */
                                site: string;
                                vehicleName: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                plannedArrival: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                plannedStart: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                plannedDeparture: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                expectedAt: string;
                                deliveredAt: string | null;
                                loads: {
                                    /** @description identifier */
                                    order: string;
                                    goods: {
                                        massKg: number;
                                        volumeCubicMeters: number;
                                        loadingMeters: number;
                                        palletPlaces: number;
                                    };
                                    packages?: number;
                                }[];
                                unloads: {
                                    /** @description identifier */
                                    order: string;
                                    goods: {
                                        massKg: number;
                                        volumeCubicMeters: number;
                                        loadingMeters: number;
                                        palletPlaces: number;
                                    };
                                    packages?: number;
                                }[];
                                state: string;
                                arrivedAt: string | null;
                                servedAt: string | null;
                                departedAt: string | null;
                                packages: number | null;
                                problem: {
                                    reason: string;
                                    text: string | null;
                                    at: string;
                                } | null;
                                signed: boolean;
                                photos: number;
                                proofs: {
                                    event: string;
                                    /** @enum {unknown} */
                                    milestone: "arrived" | "collected" | "delivered" | "departed" | "refused" | "problem";
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    at: string;
                                }[];
                                reporters: {
                                    arrived: string | null;
                                    served: string | null;
                                    departed: string | null;
                                    problem: string | null;
                                };
                                dockSlot: {
                                    /** @enum {unknown} */
                                    state: "requested" | "confirmed";
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    wantedFrom: string;
                                    unloadingMinutes: number;
                                    from: string | null;
                                    to: string | null;
                                    bay: number | null;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tours/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One tour, or the stop of it that is mine */
        get: {
            parameters: {
                query?: {
                    /** @description identifier */
                    customer?: string;
                };
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tours: {
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                id: string;
                                carrier: string | null;
                                revision: number;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                day: string;
                                /** @description identifier */
                                vehicleType: string;
                                vehicleName: string;
                                capacity: {
                                    massKg: number;
                                    volumeCubicMeters: number;
                                    loadingMeters: number;
                                    palletPlaces: number;
                                };
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                departsAt: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                arrivesAt: string;
                                stops: number;
                                distanceKm: number;
                                drivingMinutes: number;
                                breakMinutes: number;
                                restMinutes: number;
                                fill: {
                                    massKg: number;
                                    volumeCubicMeters: number;
                                    loadingMeters: number;
                                    palletPlaces: number;
                                };
                                co2Kg: number;
                                distances: {
                                    provider: string;
                                    asOf: string;
                                };
                                state: string;
                                vehicle: string | null;
                                problem: {
                                    reason: string;
                                    text: string | null;
                                    at: string;
                                } | null;
                                longitude: number | null;
                                latitude: number | null;
                                positionAt: string | null;
                            }[];
                            stops: {
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                tour: string;
                                /** @description identifier */
                                stop: string;
                                carrier: string | null;
                                supplier: string | null;
                                receiver: string | null;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                day: string;
                                position: number;
                                stops: number;
                                /** @description identifier */
                                site: string;
                                vehicleName: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                plannedArrival: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                plannedStart: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                plannedDeparture: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                expectedAt: string;
                                deliveredAt: string | null;
                                loads: {
                                    /** @description identifier */
                                    order: string;
                                    goods: {
                                        massKg: number;
                                        volumeCubicMeters: number;
                                        loadingMeters: number;
                                        palletPlaces: number;
                                    };
                                    packages?: number;
                                }[];
                                unloads: {
                                    /** @description identifier */
                                    order: string;
                                    goods: {
                                        massKg: number;
                                        volumeCubicMeters: number;
                                        loadingMeters: number;
                                        palletPlaces: number;
                                    };
                                    packages?: number;
                                }[];
                                state: string;
                                arrivedAt: string | null;
                                servedAt: string | null;
                                departedAt: string | null;
                                packages: number | null;
                                problem: {
                                    reason: string;
                                    text: string | null;
                                    at: string;
                                } | null;
                                signed: boolean;
                                photos: number;
                                proofs: {
                                    event: string;
                                    /** @enum {unknown} */
                                    milestone: "arrived" | "collected" | "delivered" | "departed" | "refused" | "problem";
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    at: string;
                                }[];
                                reporters: {
                                    arrived: string | null;
                                    served: string | null;
                                    departed: string | null;
                                    problem: string | null;
                                };
                                dockSlot: {
                                    /** @enum {unknown} */
                                    state: "requested" | "confirmed";
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    wantedFrom: string;
                                    unloadingMinutes: number;
                                    from: string | null;
                                    to: string | null;
                                    bay: number | null;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/arrivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What tours bring to my gates, by when it is expected now */
        get: {
            parameters: {
                query?: {
                    /** @description identifier */
                    site?: string;
                    days?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            arrivals: {
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                tour: string;
                                /** @description identifier */
                                stop: string;
                                carrier: string | null;
                                supplier: string | null;
                                receiver: string | null;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                day: string;
                                position: number;
                                stops: number;
                                /** @description identifier */
                                site: string;
                                vehicleName: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                plannedArrival: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                plannedStart: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                plannedDeparture: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                expectedAt: string;
                                deliveredAt: string | null;
                                loads: {
                                    /** @description identifier */
                                    order: string;
                                    goods: {
                                        massKg: number;
                                        volumeCubicMeters: number;
                                        loadingMeters: number;
                                        palletPlaces: number;
                                    };
                                    packages?: number;
                                }[];
                                unloads: {
                                    /** @description identifier */
                                    order: string;
                                    goods: {
                                        massKg: number;
                                        volumeCubicMeters: number;
                                        loadingMeters: number;
                                        palletPlaces: number;
                                    };
                                    packages?: number;
                                }[];
                                state: string;
                                arrivedAt: string | null;
                                servedAt: string | null;
                                departedAt: string | null;
                                packages: number | null;
                                problem: {
                                    reason: string;
                                    text: string | null;
                                    at: string;
                                } | null;
                                signed: boolean;
                                photos: number;
                                proofs: {
                                    event: string;
                                    /** @enum {unknown} */
                                    milestone: "arrived" | "collected" | "delivered" | "departed" | "refused" | "problem";
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    at: string;
                                }[];
                                reporters: {
                                    arrived: string | null;
                                    served: string | null;
                                    departed: string | null;
                                    problem: string | null;
                                };
                                dockSlot: {
                                    /** @enum {unknown} */
                                    state: "requested" | "confirmed";
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    wantedFrom: string;
                                    unloadingMinutes: number;
                                    from: string | null;
                                    to: string | null;
                                    bay: number | null;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tours/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what happened at the stops of a tour; the later stops are expected anew */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reports: {
                            id: string;
                            /** @description identifier */
                            stop: string;
                            /** @enum {unknown} */
                            milestone: "arrived" | "collected" | "delivered" | "departed" | "refused" | "problem";
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            at: string;
                            packages?: number;
                            scanned?: string[];
                            /** @enum {unknown} */
                            reason?: "not-ready" | "short" | "damaged" | "gate-closed" | "traffic" | "breakdown" | "other";
                            text?: string;
                            position?: {
                                longitude: number;
                                latitude: number;
                            };
                            signedBy?: string;
                            signature?: string;
                            photos?: string[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: {
                                id: string;
                                /** @enum {unknown} */
                                outcome: "recorded" | "known" | "refused";
                                problem?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tours/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a tour, name its truck, say that it has left, where it is, or that it is in trouble */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        milestone: "accepted" | "departed" | "en-route" | "problem";
                        vehicle?: string;
                        /** @enum {unknown} */
                        reason?: "not-ready" | "short" | "damaged" | "gate-closed" | "traffic" | "breakdown" | "other";
                        text?: string;
                        position?: {
                            longitude: number;
                            latitude: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tours/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a link with which a driver sees this tour and reports its stops */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        hours: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            id: string;
                            /** @description Shown this once; only its hash is kept. */
                            token: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/driver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tour that a driver’s link opens, with where to go */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tour: {
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                id: string;
                                carrier: string | null;
                                revision: number;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                day: string;
                                /** @description identifier */
                                vehicleType: string;
                                vehicleName: string;
                                capacity: {
                                    massKg: number;
                                    volumeCubicMeters: number;
                                    loadingMeters: number;
                                    palletPlaces: number;
                                };
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                departsAt: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                arrivesAt: string;
                                stops: number;
                                distanceKm: number;
                                drivingMinutes: number;
                                breakMinutes: number;
                                restMinutes: number;
                                fill: {
                                    massKg: number;
                                    volumeCubicMeters: number;
                                    loadingMeters: number;
                                    palletPlaces: number;
                                };
                                co2Kg: number;
                                distances: {
                                    provider: string;
                                    asOf: string;
                                };
                                state: string;
                                vehicle: string | null;
                                problem: {
                                    reason: string;
                                    text: string | null;
                                    at: string;
                                } | null;
                                longitude: number | null;
                                latitude: number | null;
                                positionAt: string | null;
                            };
                            stops: {
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                tour: string;
                                /** @description identifier */
                                stop: string;
                                carrier: string | null;
                                supplier: string | null;
                                receiver: string | null;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                day: string;
                                position: number;
                                stops: number;
                                /** @description identifier */
                                site: string;
                                vehicleName: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                plannedArrival: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                plannedStart: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                plannedDeparture: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                expectedAt: string;
                                deliveredAt: string | null;
                                loads: {
                                    /** @description identifier */
                                    order: string;
                                    goods: {
                                        massKg: number;
                                        volumeCubicMeters: number;
                                        loadingMeters: number;
                                        palletPlaces: number;
                                    };
                                    packages?: number;
                                }[];
                                unloads: {
                                    /** @description identifier */
                                    order: string;
                                    goods: {
                                        massKg: number;
                                        volumeCubicMeters: number;
                                        loadingMeters: number;
                                        palletPlaces: number;
                                    };
                                    packages?: number;
                                }[];
                                state: string;
                                arrivedAt: string | null;
                                servedAt: string | null;
                                departedAt: string | null;
                                packages: number | null;
                                problem: {
                                    reason: string;
                                    text: string | null;
                                    at: string;
                                } | null;
                                signed: boolean;
                                photos: number;
                                proofs: {
                                    event: string;
                                    /** @enum {unknown} */
                                    milestone: "arrived" | "collected" | "delivered" | "departed" | "refused" | "problem";
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    at: string;
                                }[];
                                reporters: {
                                    arrived: string | null;
                                    served: string | null;
                                    departed: string | null;
                                    problem: string | null;
                                };
                                dockSlot: {
                                    /** @enum {unknown} */
                                    state: "requested" | "confirmed";
                                    /**
                                     * Format: date-time
                                     * @description UTC instant
                                     */
                                    wantedFrom: string;
                                    unloadingMinutes: number;
                                    from: string | null;
                                    to: string | null;
                                    bay: number | null;
                                } | null;
                            }[];
                            places: {
                                /** @description identifier */
                                id: string;
                                name: string;
                                city: string | null;
                                longitude: number | null;
                                latitude: number | null;
                            }[];
                            customer: string;
                            now: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/driver/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the driver did; may be sent again, and late, when there was no network */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reports: {
                            id: string;
                            /** @description identifier */
                            stop: string;
                            /** @enum {unknown} */
                            milestone: "arrived" | "collected" | "delivered" | "departed" | "refused" | "problem";
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            at: string;
                            packages?: number;
                            scanned?: string[];
                            /** @enum {unknown} */
                            reason?: "not-ready" | "short" | "damaged" | "gate-closed" | "traffic" | "breakdown" | "other";
                            text?: string;
                            position?: {
                                longitude: number;
                                latitude: number;
                            };
                            signedBy?: string;
                            signature?: string;
                            photos?: string[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: {
                                id: string;
                                /** @enum {unknown} */
                                outcome: "recorded" | "known" | "refused";
                                problem?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tours/{id}/stops/{stop}/withdrawn-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what was reported of a stop by mistake, as its reporter or the carrier; accrued freight is put right */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                    /** @description identifier */
                    stop: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        customer?: string;
                        /** @enum {unknown} */
                        milestone: "arrived" | "collected" | "delivered" | "departed" | "refused" | "problem";
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tours/{id}/stops/{stop}/dock-slot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a stop at my site its dock slot: as asked, or at another time or bay; said again, it is moved */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                    /** @description identifier */
                    stop: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        customer?: string;
                        /**
                         * Format: date-time
                         * @description UTC instant
                         */
                        from?: string;
                        minutes?: number;
                        bay?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            from: string;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            to: string;
                            bay: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stop-proofs/{event}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Name, signature and pictures that came with a report of a tour’s stop, as long as they are not erased */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            signedBy?: string;
                            signature?: string;
                            photos?: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tenders of mine: all answers as their customer, my own as a carrier */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tenders: {
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                carrier: string;
                                /** @description identifier */
                                tour: string;
                                round: number;
                                state: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                respondBy: string;
                                priceAsked: number | null;
                                priceAnswered: number | null;
                                priceAwarded: number | null;
                                reason: string | null;
                                currency: string;
                                terms: {
                                    vehicleName: string;
                                    departsAt: string;
                                    arrivesAt: string;
                                    distanceKm: number;
                                    massKg: number;
                                    loadingMeters: number;
                                    sites: string[];
                                };
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                openedAt: string;
                                answeredAt: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Offer a published tour to carriers; asked again for the same tour it is the next round */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        tour: string;
                        carriers: string[];
                        /**
                         * Format: date-time
                         * @description UTC instant
                         */
                        respondBy: string;
                        priceAsked?: number;
                        currency?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            tender: string;
                            round: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenders/{id}/award": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the tour to one carrier at its price: the tour goes out to it, and the others learn that they lost */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        carrier: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            tour: string;
                            /** @description identifier */
                            carrier: string;
                            price: number | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenders/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept, reject, or name another price */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        answer: "accept" | "reject" | "counter";
                        price?: number;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenders/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a tender from all who were asked */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            withdrawn: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/freight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Freight per tour: what was expected when planned, when driven, and what is invoiced */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            freight: {
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                tour: string;
                                /** @description identifier */
                                carrier: string;
                                basis: string;
                                agreedBy: string | null;
                                currency: string;
                                lines: {
                                    /** @enum {unknown} */
                                    kind: "tour" | "distance" | "time" | "stops" | "minimum" | "fuel" | "agreed" | "extra";
                                    quantity: number;
                                    rate: number;
                                    amount: number;
                                }[];
                                planned: number | null;
                                driven: number | null;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                day: string;
                                invoiced: number;
                                invoice: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/freight-invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invoices of carriers, each line checked against what was expected */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            invoices: {
                                /** @description identifier */
                                carrier: string;
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                customer: string;
                                number: string;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                invoicedOn: string;
                                currency: string;
                                total: number;
                                state: string;
                                reason: string | null;
                                expected: number;
                                lines: {
                                    /** @description identifier */
                                    tour: string;
                                    amount: number;
                                    expected: number | null;
                                    difference: number | null;
                                    /** @enum {unknown} */
                                    verdict: "matches" | "differs" | "not-expected" | "twice" | "other-currency";
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Invoice driven tours, as their carrier; or as the customer, what the carrier sent on paper */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        invoice: string;
                        /** @description identifier */
                        customer: string;
                        /** @description identifier */
                        carrier: string;
                        number: string;
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        invoicedOn: string;
                        /** @description ISO 4217 */
                        currency: string;
                        lines: {
                            /** @description identifier */
                            tour: string;
                            amount: number;
                            text?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/freight-invoices/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invoice for payment, or dispute it with the reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        decision: "accepted" | "disputed";
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claims between carriers and customers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claims: {
                                /** @description identifier */
                                by: string;
                                /** @description identifier */
                                id: string;
                                /** @description identifier */
                                customer: string;
                                /** @description identifier */
                                carrier: string;
                                /** @description identifier */
                                tour: string;
                                /** @enum {unknown} */
                                kind: "damage" | "loss" | "short" | "delay" | "waiting" | "other";
                                amount: number;
                                currency: string;
                                text: string;
                                state: string;
                                settled: number | null;
                                reason: string | null;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                raisedAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Claim damage, loss, delay or waiting on a tour */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        tour: string;
                        /** @enum {unknown} */
                        kind: "damage" | "loss" | "short" | "delay" | "waiting" | "other";
                        amount: number;
                        currency?: string;
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{id}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a claim against me, in full or in part, or reject it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        outcome: "accepted" | "rejected";
                        amount: number;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/savings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My shares of shared tours with their sums, what each would have cost alone, and the rules */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            shares: {
                                /** @description identifier */
                                owner: string;
                                /** @description identifier */
                                tour: string;
                                /** @description identifier */
                                partner: string;
                                /** @description identifier */
                                rule: string;
                                /** @enum {unknown} */
                                kind: "stand-alone" | "mass-distance" | "shapley";
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                day: string;
                                cost: number;
                                co2Kg: number;
                                aloneCost: number;
                                aloneCo2Kg: number;
                                totalCost: number;
                                totalCo2Kg: number;
                                partners: number;
                            }[];
                            rules: {
                                /** @description identifier */
                                owner: string;
                                /** @description identifier */
                                rule: string;
                                /** @description identifier */
                                partner: string;
                                /** @enum {unknown} */
                                kind: "stand-alone" | "mass-distance" | "shapley";
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                validFrom: string;
                                state: string;
                                reason: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/share-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose to partners by which rule shared tours are split; each answers for itself */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        partners: string[];
                        /** @enum {unknown} */
                        kind: "stand-alone" | "mass-distance" | "shapley";
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        validFrom: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            rule: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/share-rules/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept or reject a rule that was proposed to me; also later, from then on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        answer: "accepted" | "rejected";
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transport/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The price list: rates for tours, whole trucks and groupage that I agreed on, as carrier or as customer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rates: {
                                carrier: string;
                                tariff: string;
                                customer: string;
                                /** @enum {unknown} */
                                kind: "tour" | "full-load" | "groupage";
                                name: string;
                                currency: string;
                                validFrom: string;
                                validTo: string | null;
                                terms: {
                                    [key: string]: unknown;
                                };
                                confirmed: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transport/groupage-rates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Agree on groupage rates by weight and distance */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        customer: string;
                        /** @description identifier */
                        carrier: string;
                        name: string;
                        /** @description ISO 4217 */
                        currency: string;
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        validFrom: string;
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        validTo?: string;
                        /** @description identifier */
                        hub: string;
                        fromKg: number[];
                        upToKm: number[];
                        per100Kg: number[][];
                        minimum: number;
                        kgPerCubicMeter: number;
                        kgPerLoadingMeter: number;
                        kgPerPalletPlace: number;
                        mostKg: number;
                        emptiesPercent: number;
                        transitDays: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transport/full-load-rates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Agree on rates for whole trucks by distance */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        customer: string;
                        /** @description identifier */
                        carrier: string;
                        name: string;
                        /** @description ISO 4217 */
                        currency: string;
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        validFrom: string;
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        validTo?: string;
                        vehicleName: string;
                        massKg: number;
                        volumeCubicMeters: number;
                        loadingMeters: number;
                        palletPlaces: number;
                        base: number;
                        perKm: number;
                        perStop: number;
                        minimum: number;
                        emptiesPercent: number;
                        co2PerKmEmptyKg: number;
                        co2PerKmFullKg: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transport/tour-rates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Agree on rates for tours: its carrier’s word; by the customer a report until the carrier says it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        customer: string;
                        /** @description identifier */
                        carrier: string;
                        name: string;
                        /** @description ISO 4217 */
                        currency: string;
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        validFrom: string;
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        validTo?: string;
                        /** @description identifier */
                        vehicleType?: string;
                        perTour: number;
                        perKm: number;
                        perHour: number;
                        perStop: number;
                        minimum: number;
                        fuelSurchargePercent: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transport/season": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published season: plans of mine, rhythms of my lanes, master tours that I drive or pay */
        get: {
            parameters: {
                query?: {
                    /** @description calendar day YYYY-MM-DD */
                    day?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            plans: {
                                plan: string;
                                customer: string;
                                site: string;
                                name: string;
                                currency: string;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                validFrom: string;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                validTo: string;
                                cost: number;
                                costBefore: number | null;
                                co2Kg: number;
                                truckKm: number;
                                peakPerHour: number;
                                scenario: string;
                                publishedAt: string;
                            }[];
                            rhythms: {
                                customer: string;
                                plan: string;
                                supplier: string;
                                from: string;
                                to: string;
                                concept: string;
                                weekdays: number[];
                                fullLoads: number;
                                tour: string | null;
                                arrives: string | null;
                                departs: string | null;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                validFrom: string;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                validTo: string;
                            }[];
                            tours: {
                                customer: string;
                                plan: string;
                                tour: string;
                                carrier: string | null;
                                to: string;
                                vehicleName: string;
                                weekdays: number[];
                                departs: string;
                                stops: {
                                    site: string;
                                    dayOffset: number;
                                    arrives: string;
                                    departs: string;
                                }[];
                                plantWeekdays: number[];
                                plantArrivals: string[];
                                distanceKm: number;
                                drivingMinutes: number;
                                breakMinutes: number;
                                restMinutes: number;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                validFrom: string;
                                /**
                                 * Format: date
                                 * @description calendar day YYYY-MM-DD
                                 */
                                validTo: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transport/season-scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Season plans that were computed, newest first, beside today’s
         * @description A scenario is made by `POST /api/jobs` with kind `season-plan`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            scenarios: {
                                id: string;
                                name: string;
                                site: string;
                                state: string;
                                createdAt: string;
                                plan: {
                                    cost: number;
                                    co2Kg: number;
                                    truckKm: number;
                                    peakPerHour: number;
                                    tours: number;
                                };
                                without: {
                                    cost: number;
                                    co2Kg: number;
                                    truckKm: number;
                                    peakPerHour: number;
                                    tours: number;
                                };
                                today: {
                                    cost: number;
                                    co2Kg: number;
                                    truckKm: number;
                                    peakPerHour: number;
                                    tours: number;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transport/season-scenarios/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One computed season plan in full */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            state: string;
                            createdAt: string;
                            plan: {
                                cost: number;
                                costs: {
                                    fullLoads: number;
                                    groupage: number;
                                    milkRuns: number;
                                    overflow: number;
                                    stock: number;
                                    dock: number;
                                    co2: number;
                                };
                                bound?: number;
                                co2Kg: number;
                                truckKm: number;
                                arrivalsPerHour: number[][];
                                peakPerHour: number;
                                dockOverloadMinutes: number;
                                lanes: {
                                    lane: string;
                                    concept: string;
                                    truck: string;
                                    weekdays: number[];
                                    fullLoads: number;
                                    tour?: string;
                                    cost: number;
                                    co2Kg: number;
                                    peakPlaces: number;
                                    stockDays: number;
                                }[];
                                tours: {
                                    id: string;
                                    truck: string;
                                    weekdays: number[];
                                    departureSeconds: number;
                                    returnSeconds: number;
                                    stops: {
                                        lane: string;
                                        arrivalSeconds: number;
                                        startSeconds: number;
                                        departureSeconds: number;
                                    }[];
                                    plantWeekdays: number[];
                                    plantSeconds: number[];
                                    km: number;
                                    drivingSeconds: number;
                                    breakSeconds: number;
                                    restSeconds: number;
                                    cost: number;
                                    co2Kg: number;
                                    fill: number;
                                }[];
                                findings: {
                                    code: string;
                                    subject: string;
                                    message: string;
                                }[];
                            };
                            without: {
                                cost: number;
                                costs: {
                                    fullLoads: number;
                                    groupage: number;
                                    milkRuns: number;
                                    overflow: number;
                                    stock: number;
                                    dock: number;
                                    co2: number;
                                };
                                bound?: number;
                                co2Kg: number;
                                truckKm: number;
                                arrivalsPerHour: number[][];
                                peakPerHour: number;
                                dockOverloadMinutes: number;
                                lanes: {
                                    lane: string;
                                    concept: string;
                                    truck: string;
                                    weekdays: number[];
                                    fullLoads: number;
                                    tour?: string;
                                    cost: number;
                                    co2Kg: number;
                                    peakPlaces: number;
                                    stockDays: number;
                                }[];
                                tours: {
                                    id: string;
                                    truck: string;
                                    weekdays: number[];
                                    departureSeconds: number;
                                    returnSeconds: number;
                                    stops: {
                                        lane: string;
                                        arrivalSeconds: number;
                                        startSeconds: number;
                                        departureSeconds: number;
                                    }[];
                                    plantWeekdays: number[];
                                    plantSeconds: number[];
                                    km: number;
                                    drivingSeconds: number;
                                    breakSeconds: number;
                                    restSeconds: number;
                                    cost: number;
                                    co2Kg: number;
                                    fill: number;
                                }[];
                                findings: {
                                    code: string;
                                    subject: string;
                                    message: string;
                                }[];
                            };
                            today: {
                                cost: number;
                                costs: {
                                    fullLoads: number;
                                    groupage: number;
                                    milkRuns: number;
                                    overflow: number;
                                    stock: number;
                                    dock: number;
                                    co2: number;
                                };
                                bound?: number;
                                co2Kg: number;
                                truckKm: number;
                                arrivalsPerHour: number[][];
                                peakPerHour: number;
                                dockOverloadMinutes: number;
                                lanes: {
                                    lane: string;
                                    concept: string;
                                    truck: string;
                                    weekdays: number[];
                                    fullLoads: number;
                                    tour?: string;
                                    cost: number;
                                    co2Kg: number;
                                    peakPlaces: number;
                                    stockDays: number;
                                }[];
                                tours: {
                                    id: string;
                                    truck: string;
                                    weekdays: number[];
                                    departureSeconds: number;
                                    returnSeconds: number;
                                    stops: {
                                        lane: string;
                                        arrivalSeconds: number;
                                        startSeconds: number;
                                        departureSeconds: number;
                                    }[];
                                    plantWeekdays: number[];
                                    plantSeconds: number[];
                                    km: number;
                                    drivingSeconds: number;
                                    breakSeconds: number;
                                    restSeconds: number;
                                    cost: number;
                                    co2Kg: number;
                                    fill: number;
                                }[];
                                findings: {
                                    code: string;
                                    subject: string;
                                    message: string;
                                }[];
                            };
                            stress: {
                                weeks: number;
                                overflowShare: number;
                                fillByWeek: number[];
                                tours: {
                                    tour: string;
                                    fillP10: number;
                                    fillP50: number;
                                    fillP90: number;
                                    overflowShare: number;
                                    overflowTrucks: number;
                                }[];
                            };
                            plant: {
                                site: string;
                                latitude: number;
                                longitude: number;
                            };
                            lanes: {
                                lane: string;
                                supplier: string;
                                from: string;
                                latitude: number;
                                longitude: number;
                            }[];
                            unplaced: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transport/season-scenarios/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a season plan: each supplier sees its own rhythm, each carrier its tours */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        validFrom: string;
                        /**
                         * Format: date
                         * @description calendar day YYYY-MM-DD
                         */
                        validTo: string;
                        currency?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            outcomes: {
                                eventId: string;
                                sequence: number;
                                /** @enum {unknown} */
                                outcome: "recorded" | "known";
                                confirmed: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of the ledger that this partner may see, in ledger order */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                    type?: string;
                    order?: "oldest" | "newest";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            events: {
                                [key: string]: unknown;
                            }[];
                            next?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Record events as this organisation; each is answered on its own, or all together when atomic */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        events: {
                            /** @enum {unknown} */
                            type: "organisation-registered" | "site-registered" | "packaging-registered" | "part-registered" | "part-numbered" | "bill-of-material-registered" | "lane-agreed" | "lane-ended" | "identifier-mapped" | "agreement-proposed" | "agreement-accepted" | "agreement-revoked" | "roles-granted" | "credential-changed" | "person-erased" | "schedule-released" | "requirement-planned" | "production-planned" | "shipment-despatched" | "consignment-handed-over" | "position-reported" | "telemetry-digested" | "geofence-crossed" | "arrival-estimated" | "goods-received" | "stock-counted" | "stock-moved" | "stock-transfer-planned" | "runout-projected" | "runout-light-projected" | "containers-moved" | "container-balance-stated" | "demand-committed" | "proposal-answered" | "release-changed" | "transport-milestone-reported" | "attachments-erased" | "equipment-assigned" | "demand-history-stated" | "demand-history-judged" | "part-succession-stated" | "forecast-panel-stated" | "forecast-published" | "capacity-stated" | "capacity-resources-stated" | "capacity-withdrawn" | "build-plan-stated" | "scenario-stated" | "scenario-promoted" | "scenario-dropped" | "end-demand-passed" | "exception-raised" | "exception-withdrawn" | "exception-light-changed" | "exception-told" | "exception-options-ranked" | "exception-option-chosen" | "line-stop-cost-stated" | "season-plan-published" | "collection-rhythm-set" | "master-tour-set" | "tariff-agreed" | "full-load-rates-agreed" | "groupage-rates-agreed" | "vehicle-type-registered" | "transport-ordered" | "transport-order-cancelled" | "tour-published" | "tour-stop-published" | "tour-withdrawn" | "tour-stop-withdrawn" | "tour-reported" | "tour-stop-reported" | "tour-stop-report-withdrawn" | "tour-stop-estimated" | "dock-slot-requested" | "dock-slot-confirmed" | "tender-opened" | "tender-answered" | "tender-closed" | "freight-accrued" | "freight-invoiced" | "freight-invoice-decided" | "claim-raised" | "claim-settled" | "share-rule-proposed" | "share-rule-answered" | "tour-share-computed" | "arrival-projected" | "what-if-asked";
                            source: string;
                            id: string;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            occurredAt: string;
                            data: {
                                [key: string]: unknown;
                            };
                            causationId?: string;
                            /** Format: uuid */
                            corrects?: string;
                            personal?: {
                                [key: string]: unknown;
                            };
                        }[];
                        atomic?: boolean;
                        /** @description Answer each event that was taken in with a signed receipt */
                        receipts?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: ({
                                eventId: string;
                                sequence: number;
                                /** @enum {unknown} */
                                outcome: "recorded" | "known";
                                confirmed: boolean;
                                receipt?: string;
                            } | {
                                /** @enum {string} */
                                outcome: "refused";
                                problem: {
                                    [key: string]: unknown;
                                };
                            })[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event, with the message it came from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    eventId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            event: {
                                [key: string]: unknown;
                            };
                            inbox?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{eventId}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proof that the event is in the ledger, to be verified offline (npm run verify) or in the browser */
        get: {
            parameters: {
                query?: {
                    since?: number;
                };
                header?: never;
                path: {
                    eventId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{eventId}/tlog-proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same proof as a C2SP tlog-proof file, the event itself within it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    eventId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{eventId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log's signed word that it took the event in, to hold against it later */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    eventId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Signed head of the ledger (C2SP tlog-checkpoint) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verifier keys of the ledger, the current one first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proof that the ledger only grew between two sizes */
        get: {
            parameters: {
                query: {
                    from: number;
                    to: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: number;
                            to: number;
                            proof: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tlog/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Newest checkpoint, with the signatures of witnesses */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/witnesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who else signs the heads of the ledger, and what each saw last */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            witnesses: {
                                name: string;
                                verifierKey: string;
                                seenSize: number;
                                askedAt: string | null;
                                problem: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tlog/tile/{level}/{*}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hashes of the tree, 256 a tile; level/index in groups of three digits, `.p/width` for a part of one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    level: string;
                    "*": string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description application/octet-stream */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live feed (server-sent events) of everything this partner is entitled to; resumes after Last-Event-ID */
        get: {
            parameters: {
                query?: {
                    after?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description text/event-stream */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/edi/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How our EDI files are taken in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description As sender: whether the good messages of our partly bad interchanges go in */
                            partial: boolean;
                            /** @description As receiver: whether interchanges marked as tests are booked */
                            bookTests: boolean;
                        };
                    };
                };
            };
        };
        /** Set how our EDI files are taken in */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description As sender: whether the good messages of our partly bad interchanges go in */
                        partial?: boolean;
                        /** @description As receiver: whether interchanges marked as tests are booked */
                        bookTests?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description As sender: whether the good messages of our partly bad interchanges go in */
                            partial: boolean;
                            /** @description As receiver: whether interchanges marked as tests are booked */
                            bookTests: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages received, newest first; those of the other side too where it named us */
        get: {
            parameters: {
                query?: {
                    state?: "received" | "waiting" | "recorded" | "rejected" | "conflict" | "duplicate" | "dismissed" | "test" | "matched" | "unmatched";
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            messages: {
                                id: string;
                                file: string;
                                fileName?: string;
                                /** @description identifier */
                                organisation: string;
                                position: number;
                                format: string;
                                type: string;
                                reference?: string;
                                controlReference?: string;
                                sender: {
                                    [key: string]: unknown;
                                };
                                receiver: {
                                    [key: string]: unknown;
                                };
                                /** @enum {unknown} */
                                state: "received" | "waiting" | "recorded" | "rejected" | "conflict" | "duplicate" | "dismissed" | "test" | "matched" | "unmatched";
                                errors: {
                                    position: {
                                        message?: number;
                                        messageReference?: string;
                                        segment: number;
                                        tag: string;
                                        element?: number;
                                        component?: number;
                                        offset: number;
                                    };
                                    code: string;
                                    value?: string;
                                    expected: string;
                                    message: string;
                                    /** @enum {unknown} */
                                    severity: "error" | "warning";
                                }[];
                                unknowns: {
                                    key: string;
                                    /** @enum {unknown} */
                                    kind: "party" | "site" | "part" | "lane";
                                    role: string;
                                    required: boolean;
                                    reason: string;
                                    code: string;
                                    reference?: {
                                        [key: string]: unknown;
                                    };
                                }[];
                                events: {
                                    eventId: string;
                                    sequence: number;
                                    type: string;
                                    /** @enum {unknown} */
                                    outcome: "recorded" | "known";
                                    /** @description False: a reported fact, its speaker has not said it itself. */
                                    confirmed: boolean;
                                }[];
                                conflict?: unknown;
                                receivedAt: string;
                                decidedAt?: string;
                                decidedBy?: string;
                            }[];
                            next?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message with its mistakes, its unknown references and what may be done about them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            file: string;
                            fileName?: string;
                            /** @description identifier */
                            organisation: string;
                            position: number;
                            format: string;
                            type: string;
                            reference?: string;
                            controlReference?: string;
                            sender: {
                                [key: string]: unknown;
                            };
                            receiver: {
                                [key: string]: unknown;
                            };
                            /** @enum {unknown} */
                            state: "received" | "waiting" | "recorded" | "rejected" | "conflict" | "duplicate" | "dismissed" | "test" | "matched" | "unmatched";
                            errors: {
                                position: {
                                    message?: number;
                                    messageReference?: string;
                                    segment: number;
                                    tag: string;
                                    element?: number;
                                    component?: number;
                                    offset: number;
                                };
                                code: string;
                                value?: string;
                                expected: string;
                                message: string;
                                /** @enum {unknown} */
                                severity: "error" | "warning";
                            }[];
                            unknowns: {
                                key: string;
                                /** @enum {unknown} */
                                kind: "party" | "site" | "part" | "lane";
                                role: string;
                                required: boolean;
                                reason: string;
                                code: string;
                                reference?: {
                                    [key: string]: unknown;
                                };
                            }[];
                            events: {
                                eventId: string;
                                sequence: number;
                                type: string;
                                /** @enum {unknown} */
                                outcome: "recorded" | "known";
                                /** @description False: a reported fact, its speaker has not said it itself. */
                                confirmed: boolean;
                            }[];
                            conflict?: unknown;
                            receivedAt: string;
                            decidedAt?: string;
                            decidedBy?: string;
                            unmapped: {
                                position: {
                                    message?: number;
                                    messageReference?: string;
                                    segment: number;
                                    tag: string;
                                    element?: number;
                                    component?: number;
                                    offset: number;
                                };
                                value: string;
                            }[];
                            statements: unknown[];
                            proposals: {
                                unknown: string;
                                kind: string;
                                role: string;
                                required: boolean;
                                reason: string;
                                code: string;
                                reference?: {
                                    [key: string]: unknown;
                                };
                                candidates: {
                                    /** @description identifier */
                                    id: string;
                                    name: string;
                                    score: number;
                                    why: string;
                                }[];
                                create?: {
                                    [key: string]: unknown;
                                };
                                assumed: string[];
                                recommended?: unknown;
                            }[];
                            together: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/{id}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes as they were received */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/{id}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The acknowledgement for the sender: CONTRL or 997 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What these decisions would record, and what the message would do then */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        decisions: ({
                            unknown: string;
                            /** @enum {string} */
                            use: "existing";
                            /** @description identifier */
                            id: string;
                        } | {
                            unknown: string;
                            /** @enum {string} */
                            use: "new";
                            data?: {
                                [key: string]: unknown;
                            };
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            events: {
                                type: string;
                                data: unknown;
                            }[];
                            messages: {
                                id: string;
                                /** @enum {unknown} */
                                state: "received" | "waiting" | "recorded" | "rejected" | "conflict" | "duplicate" | "dismissed" | "test" | "matched" | "unmatched";
                                unknowns: {
                                    key: string;
                                    /** @enum {unknown} */
                                    kind: "party" | "site" | "part" | "lane";
                                    role: string;
                                    required: boolean;
                                    reason: string;
                                    code: string;
                                    reference?: {
                                        [key: string]: unknown;
                                    };
                                }[];
                                errors: {
                                    position: {
                                        message?: number;
                                        messageReference?: string;
                                        segment: number;
                                        tag: string;
                                        element?: number;
                                        component?: number;
                                        offset: number;
                                    };
                                    code: string;
                                    value?: string;
                                    expected: string;
                                    message: string;
                                    /** @enum {unknown} */
                                    severity: "error" | "warning";
                                }[];
                            }[];
                            proposals: {
                                unknown: string;
                                kind: string;
                                role: string;
                                required: boolean;
                                reason: string;
                                code: string;
                                reference?: {
                                    [key: string]: unknown;
                                };
                                candidates: {
                                    /** @description identifier */
                                    id: string;
                                    name: string;
                                    score: number;
                                    why: string;
                                }[];
                                create?: {
                                    [key: string]: unknown;
                                };
                                assumed: string[];
                                recommended?: unknown;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record these decisions and, when nothing is open any more, the message */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        decisions: ({
                            unknown: string;
                            /** @enum {string} */
                            use: "existing";
                            /** @description identifier */
                            id: string;
                        } | {
                            unknown: string;
                            /** @enum {string} */
                            use: "new";
                            data?: {
                                [key: string]: unknown;
                            };
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            messages: {
                                id: string;
                                file: string;
                                fileName?: string;
                                /** @description identifier */
                                organisation: string;
                                position: number;
                                format: string;
                                type: string;
                                reference?: string;
                                controlReference?: string;
                                sender: {
                                    [key: string]: unknown;
                                };
                                receiver: {
                                    [key: string]: unknown;
                                };
                                /** @enum {unknown} */
                                state: "received" | "waiting" | "recorded" | "rejected" | "conflict" | "duplicate" | "dismissed" | "test" | "matched" | "unmatched";
                                errors: {
                                    position: {
                                        message?: number;
                                        messageReference?: string;
                                        segment: number;
                                        tag: string;
                                        element?: number;
                                        component?: number;
                                        offset: number;
                                    };
                                    code: string;
                                    value?: string;
                                    expected: string;
                                    message: string;
                                    /** @enum {unknown} */
                                    severity: "error" | "warning";
                                }[];
                                unknowns: {
                                    key: string;
                                    /** @enum {unknown} */
                                    kind: "party" | "site" | "part" | "lane";
                                    role: string;
                                    required: boolean;
                                    reason: string;
                                    code: string;
                                    reference?: {
                                        [key: string]: unknown;
                                    };
                                }[];
                                events: {
                                    eventId: string;
                                    sequence: number;
                                    type: string;
                                    /** @enum {unknown} */
                                    outcome: "recorded" | "known";
                                    /** @description False: a reported fact, its speaker has not said it itself. */
                                    confirmed: boolean;
                                }[];
                                conflict?: unknown;
                                receivedAt: string;
                                decidedAt?: string;
                                decidedBy?: string;
                            }[];
                            next?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/{id}/supersede": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the new content under a used reference as a correction */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            messages: {
                                id: string;
                                file: string;
                                fileName?: string;
                                /** @description identifier */
                                organisation: string;
                                position: number;
                                format: string;
                                type: string;
                                reference?: string;
                                controlReference?: string;
                                sender: {
                                    [key: string]: unknown;
                                };
                                receiver: {
                                    [key: string]: unknown;
                                };
                                /** @enum {unknown} */
                                state: "received" | "waiting" | "recorded" | "rejected" | "conflict" | "duplicate" | "dismissed" | "test" | "matched" | "unmatched";
                                errors: {
                                    position: {
                                        message?: number;
                                        messageReference?: string;
                                        segment: number;
                                        tag: string;
                                        element?: number;
                                        component?: number;
                                        offset: number;
                                    };
                                    code: string;
                                    value?: string;
                                    expected: string;
                                    message: string;
                                    /** @enum {unknown} */
                                    severity: "error" | "warning";
                                }[];
                                unknowns: {
                                    key: string;
                                    /** @enum {unknown} */
                                    kind: "party" | "site" | "part" | "lane";
                                    role: string;
                                    required: boolean;
                                    reason: string;
                                    code: string;
                                    reference?: {
                                        [key: string]: unknown;
                                    };
                                }[];
                                events: {
                                    eventId: string;
                                    sequence: number;
                                    type: string;
                                    /** @enum {unknown} */
                                    outcome: "recorded" | "known";
                                    /** @description False: a reported fact, its speaker has not said it itself. */
                                    confirmed: boolean;
                                }[];
                                conflict?: unknown;
                                receivedAt: string;
                                decidedAt?: string;
                                decidedBy?: string;
                            }[];
                            next?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a message aside; its bytes stay */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            file: string;
                            fileName?: string;
                            /** @description identifier */
                            organisation: string;
                            position: number;
                            format: string;
                            type: string;
                            reference?: string;
                            controlReference?: string;
                            sender: {
                                [key: string]: unknown;
                            };
                            receiver: {
                                [key: string]: unknown;
                            };
                            /** @enum {unknown} */
                            state: "received" | "waiting" | "recorded" | "rejected" | "conflict" | "duplicate" | "dismissed" | "test" | "matched" | "unmatched";
                            errors: {
                                position: {
                                    message?: number;
                                    messageReference?: string;
                                    segment: number;
                                    tag: string;
                                    element?: number;
                                    component?: number;
                                    offset: number;
                                };
                                code: string;
                                value?: string;
                                expected: string;
                                message: string;
                                /** @enum {unknown} */
                                severity: "error" | "warning";
                            }[];
                            unknowns: {
                                key: string;
                                /** @enum {unknown} */
                                kind: "party" | "site" | "part" | "lane";
                                role: string;
                                required: boolean;
                                reason: string;
                                code: string;
                                reference?: {
                                    [key: string]: unknown;
                                };
                            }[];
                            events: {
                                eventId: string;
                                sequence: number;
                                type: string;
                                /** @enum {unknown} */
                                outcome: "recorded" | "known";
                                /** @description False: a reported fact, its speaker has not said it itself. */
                                confirmed: boolean;
                            }[];
                            conflict?: unknown;
                            receivedAt: string;
                            decidedAt?: string;
                            decidedBy?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outgoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages to partners, newest first */
        get: {
            parameters: {
                query?: {
                    state?: "kept" | "waiting" | "sent" | "failed" | "acknowledged" | "rejected";
                    /** @description identifier */
                    partner?: string;
                    /** @description Messages that say this event */
                    event?: string;
                    limit?: number;
                    /** @description `next` of the page before */
                    before?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            messages: {
                                id: string;
                                /** @description identifier */
                                partner?: string;
                                receiver: {
                                    [key: string]: unknown;
                                };
                                /** @enum {unknown} */
                                format: "edifact" | "x12" | "vda" | "csv";
                                type: string;
                                controlReference: string;
                                name: string;
                                /** @description The events it says */
                                events: string[];
                                /** @description What it answers: an interchange as file#number, or a refused message of the inbox and the reasons as message!hash */
                                answers?: string;
                                /** @enum {unknown} */
                                channel: "folder" | "webhook" | "none";
                                target?: string;
                                /** @enum {unknown} */
                                state: "kept" | "waiting" | "sent" | "failed" | "acknowledged" | "rejected";
                                attempts: number;
                                dueAt?: string;
                                problem?: string;
                                createdAt: string;
                                settledAt?: string;
                                /** @description What the partner’s system said of it */
                                reply?: {
                                    /** @description The message of the inbox that says it */
                                    inbox: string;
                                    type: string;
                                    /** @enum {unknown} */
                                    outcome: "accepted" | "accepted-with-errors" | "rejected" | "received";
                                    at: string;
                                    reasons: {
                                        code?: string;
                                        text?: string;
                                        /** @description Reference of the message within the interchange */
                                        message?: string;
                                        segment?: number;
                                        tag?: string;
                                        element?: number;
                                        value?: string;
                                    }[];
                                };
                            }[];
                            next?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outgoing/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message to a partner */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @description identifier */
                            partner?: string;
                            receiver: {
                                [key: string]: unknown;
                            };
                            /** @enum {unknown} */
                            format: "edifact" | "x12" | "vda" | "csv";
                            type: string;
                            controlReference: string;
                            name: string;
                            /** @description The events it says */
                            events: string[];
                            /** @description What it answers: an interchange as file#number, or a refused message of the inbox and the reasons as message!hash */
                            answers?: string;
                            /** @enum {unknown} */
                            channel: "folder" | "webhook" | "none";
                            target?: string;
                            /** @enum {unknown} */
                            state: "kept" | "waiting" | "sent" | "failed" | "acknowledged" | "rejected";
                            attempts: number;
                            dueAt?: string;
                            problem?: string;
                            createdAt: string;
                            settledAt?: string;
                            /** @description What the partner’s system said of it */
                            reply?: {
                                /** @description The message of the inbox that says it */
                                inbox: string;
                                type: string;
                                /** @enum {unknown} */
                                outcome: "accepted" | "accepted-with-errors" | "rejected" | "received";
                                at: string;
                                reasons: {
                                    code?: string;
                                    text?: string;
                                    /** @description Reference of the message within the interchange */
                                    message?: string;
                                    segment?: number;
                                    tag?: string;
                                    element?: number;
                                    value?: string;
                                }[];
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outgoing/{id}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes as they go out */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outgoing/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it once more, by the channel that the partner’s profile says now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @description identifier */
                            partner?: string;
                            receiver: {
                                [key: string]: unknown;
                            };
                            /** @enum {unknown} */
                            format: "edifact" | "x12" | "vda" | "csv";
                            type: string;
                            controlReference: string;
                            name: string;
                            /** @description The events it says */
                            events: string[];
                            /** @description What it answers: an interchange as file#number, or a refused message of the inbox and the reasons as message!hash */
                            answers?: string;
                            /** @enum {unknown} */
                            channel: "folder" | "webhook" | "none";
                            target?: string;
                            /** @enum {unknown} */
                            state: "kept" | "waiting" | "sent" | "failed" | "acknowledged" | "rejected";
                            attempts: number;
                            dueAt?: string;
                            problem?: string;
                            createdAt: string;
                            settledAt?: string;
                            /** @description What the partner’s system said of it */
                            reply?: {
                                /** @description The message of the inbox that says it */
                                inbox: string;
                                type: string;
                                /** @enum {unknown} */
                                outcome: "accepted" | "accepted-with-errors" | "rejected" | "received";
                                at: string;
                                reasons: {
                                    code?: string;
                                    text?: string;
                                    /** @description Reference of the message within the interchange */
                                    message?: string;
                                    segment?: number;
                                    tag?: string;
                                    element?: number;
                                    value?: string;
                                }[];
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outgoing/sequences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a sequence call-off: DELJIT (VDA 4986) or 866, as the partner’s profile says
         * @description Goes out at once by the partner’s channel, and becomes no event. The same document again is not sent again.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        partner: string;
                        documentNumber: string;
                        /** @enum {unknown} */
                        function: "original" | "replace" | "change" | "cancel";
                        /**
                         * @description 866 knows calls only
                         * @enum {unknown}
                         */
                        binding: "preview" | "call";
                        /** @description identifier */
                        shipTo: string;
                        /** @description identifier */
                        shipFrom?: string;
                        /** @description Where at the site */
                        unloadingPoint?: string;
                        /**
                         * Format: date-time
                         * @description UTC instant
                         */
                        issuedAt?: string;
                        calls: {
                            /** @enum {unknown} */
                            action: "call" | "change" | "cancel";
                            /** @description Number of the call itself */
                            callNumber?: string;
                            /** @description The call before it for the same vehicle */
                            previousCallNumber?: string;
                            /** @description Place in the production sequence, as it is written */
                            sequenceNumber?: string;
                            /** @description Number of the vehicle to be built */
                            productionNumber?: string;
                            vin?: string;
                            /** @description Model or type */
                            model?: string;
                            /** @description Production line */
                            line?: string;
                            /** @description Station where it is built in */
                            station?: string;
                            /** @description Place at the line */
                            supplyArea?: string;
                            /** @description Where at the site */
                            unloadingPoint?: string;
                            /** @description Point that the vehicle passed when it was called */
                            reportingPoint?: string;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            dueAt?: string;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            dueUntil?: string;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            fitAt?: string;
                            items: {
                                /** @description identifier */
                                part: string;
                                quantity: number;
                                /** @description UN/ECE Rec 20 unit code */
                                unit: string;
                                /** @description Part family or module */
                                family?: string;
                                /** @description Place at the line */
                                supplyArea?: string;
                                /** @description Order */
                                orderReference?: string;
                                /** @description For people */
                                text?: string;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                dueAt?: string;
                            }[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @description identifier */
                            partner?: string;
                            receiver: {
                                [key: string]: unknown;
                            };
                            /** @enum {unknown} */
                            format: "edifact" | "x12" | "vda" | "csv";
                            type: string;
                            controlReference: string;
                            name: string;
                            /** @description The events it says */
                            events: string[];
                            /** @description What it answers: an interchange as file#number, or a refused message of the inbox and the reasons as message!hash */
                            answers?: string;
                            /** @enum {unknown} */
                            channel: "folder" | "webhook" | "none";
                            target?: string;
                            /** @enum {unknown} */
                            state: "kept" | "waiting" | "sent" | "failed" | "acknowledged" | "rejected";
                            attempts: number;
                            dueAt?: string;
                            problem?: string;
                            createdAt: string;
                            settledAt?: string;
                            /** @description What the partner’s system said of it */
                            reply?: {
                                /** @description The message of the inbox that says it */
                                inbox: string;
                                type: string;
                                /** @enum {unknown} */
                                outcome: "accepted" | "accepted-with-errors" | "rejected" | "received";
                                at: string;
                                reasons: {
                                    code?: string;
                                    text?: string;
                                    /** @description Reference of the message within the interchange */
                                    message?: string;
                                    segment?: number;
                                    tag?: string;
                                    element?: number;
                                    value?: string;
                                }[];
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How we exchange messages with every company that we know */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            partners: {
                                /** @description identifier */
                                partner: string;
                                name: string;
                                profile: {
                                    /**
                                     * @description VDA: records 4905 and 4913. CSV: schedules as the sheet of call-offs
                                     * @enum {unknown}
                                     */
                                    format: "edifact" | "x12" | "vda" | "csv";
                                    /**
                                     * @description Folder: edi-out/<us>/<partner>/ below the data folder. None: messages are kept to be fetched.
                                     * @enum {unknown}
                                     */
                                    channel: "folder" | "webhook" | "none";
                                    /** @description Where the channel webhook posts to */
                                    url?: string;
                                    sends: ("schedule" | "despatch" | "receipt" | "inventory" | "status" | "transport-order")[];
                                    /**
                                     * @description Call-offs go as DELJIT or 862 (own), or as forecasts do, in DELFOR or 830
                                     * @enum {unknown}
                                     */
                                    callOffs?: "own" | "as-forecast";
                                    /** @description Versions of what we write; the usual ones where nothing is said */
                                    versions?: {
                                        /**
                                         * @description Directory of DELFOR
                                         * @enum {unknown}
                                         */
                                        forecast?: "97A" | "04A" | "96A";
                                        /**
                                         * @description Directory of DELJIT
                                         * @enum {unknown}
                                         */
                                        callOff?: "04B" | "97A";
                                        /**
                                         * @description Directory of DESADV
                                         * @enum {unknown}
                                         */
                                        despatch?: "97A" | "96A" | "07A";
                                        /**
                                         * @description Release of all X12 sets
                                         * @enum {unknown}
                                         */
                                        x12?: "002001" | "002040" | "003020" | "003040" | "003060" | "004010" | "004030" | "005010";
                                    };
                                    /** @description CONTRL, 997, APERAK and 824 go back by themselves */
                                    acknowledges: boolean;
                                    /** @description What we send is marked as a test */
                                    test: boolean;
                                    own?: {
                                        code: string;
                                        qualifier?: string;
                                    };
                                    partner?: {
                                        code: string;
                                        qualifier?: string;
                                    };
                                    /** @description What we write with; what we read is recognised by itself */
                                    delimiters?: {
                                        element: string;
                                        component: string;
                                        terminator: string;
                                        release?: string;
                                    };
                                    /** @description Of local times in both directions; else the zone of the site */
                                    timeZone?: string;
                                    /** @description Agreed meaning of commitment (4017) or forecast (680) qualifiers */
                                    horizons?: {
                                        [key: string]: "backorder" | "immediate" | "firm" | "production" | "material" | "forecast";
                                    };
                                };
                                /** @description No profile is kept; these are the defaults */
                                isDefault: boolean;
                                changedAt?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner-profiles/{partner}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One partner’s profile, or its defaults */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    partner: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            partner: string;
                            name: string;
                            profile: {
                                /**
                                 * @description VDA: records 4905 and 4913. CSV: schedules as the sheet of call-offs
                                 * @enum {unknown}
                                 */
                                format: "edifact" | "x12" | "vda" | "csv";
                                /**
                                 * @description Folder: edi-out/<us>/<partner>/ below the data folder. None: messages are kept to be fetched.
                                 * @enum {unknown}
                                 */
                                channel: "folder" | "webhook" | "none";
                                /** @description Where the channel webhook posts to */
                                url?: string;
                                sends: ("schedule" | "despatch" | "receipt" | "inventory" | "status" | "transport-order")[];
                                /**
                                 * @description Call-offs go as DELJIT or 862 (own), or as forecasts do, in DELFOR or 830
                                 * @enum {unknown}
                                 */
                                callOffs?: "own" | "as-forecast";
                                /** @description Versions of what we write; the usual ones where nothing is said */
                                versions?: {
                                    /**
                                     * @description Directory of DELFOR
                                     * @enum {unknown}
                                     */
                                    forecast?: "97A" | "04A" | "96A";
                                    /**
                                     * @description Directory of DELJIT
                                     * @enum {unknown}
                                     */
                                    callOff?: "04B" | "97A";
                                    /**
                                     * @description Directory of DESADV
                                     * @enum {unknown}
                                     */
                                    despatch?: "97A" | "96A" | "07A";
                                    /**
                                     * @description Release of all X12 sets
                                     * @enum {unknown}
                                     */
                                    x12?: "002001" | "002040" | "003020" | "003040" | "003060" | "004010" | "004030" | "005010";
                                };
                                /** @description CONTRL, 997, APERAK and 824 go back by themselves */
                                acknowledges: boolean;
                                /** @description What we send is marked as a test */
                                test: boolean;
                                own?: {
                                    code: string;
                                    qualifier?: string;
                                };
                                partner?: {
                                    code: string;
                                    qualifier?: string;
                                };
                                /** @description What we write with; what we read is recognised by itself */
                                delimiters?: {
                                    element: string;
                                    component: string;
                                    terminator: string;
                                    release?: string;
                                };
                                /** @description Of local times in both directions; else the zone of the site */
                                timeZone?: string;
                                /** @description Agreed meaning of commitment (4017) or forecast (680) qualifiers */
                                horizons?: {
                                    [key: string]: "backorder" | "immediate" | "firm" | "production" | "material" | "forecast";
                                };
                            };
                            /** @description No profile is kept; these are the defaults */
                            isDefault: boolean;
                            changedAt?: string;
                        };
                    };
                };
            };
        };
        /** Keep a partner’s profile; a secret for its webhook is made with the first one and shown once */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    partner: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description VDA: records 4905 and 4913. CSV: schedules as the sheet of call-offs
                         * @enum {unknown}
                         */
                        format: "edifact" | "x12" | "vda" | "csv";
                        /**
                         * @description Folder: edi-out/<us>/<partner>/ below the data folder. None: messages are kept to be fetched.
                         * @enum {unknown}
                         */
                        channel: "folder" | "webhook" | "none";
                        /** @description Where the channel webhook posts to */
                        url?: string;
                        sends: ("schedule" | "despatch" | "receipt" | "inventory" | "status" | "transport-order")[];
                        /**
                         * @description Call-offs go as DELJIT or 862 (own), or as forecasts do, in DELFOR or 830
                         * @enum {unknown}
                         */
                        callOffs?: "own" | "as-forecast";
                        /** @description Versions of what we write; the usual ones where nothing is said */
                        versions?: {
                            /**
                             * @description Directory of DELFOR
                             * @enum {unknown}
                             */
                            forecast?: "97A" | "04A" | "96A";
                            /**
                             * @description Directory of DELJIT
                             * @enum {unknown}
                             */
                            callOff?: "04B" | "97A";
                            /**
                             * @description Directory of DESADV
                             * @enum {unknown}
                             */
                            despatch?: "97A" | "96A" | "07A";
                            /**
                             * @description Release of all X12 sets
                             * @enum {unknown}
                             */
                            x12?: "002001" | "002040" | "003020" | "003040" | "003060" | "004010" | "004030" | "005010";
                        };
                        /** @description CONTRL, 997, APERAK and 824 go back by themselves */
                        acknowledges: boolean;
                        /** @description What we send is marked as a test */
                        test: boolean;
                        own?: {
                            code: string;
                            qualifier?: string;
                        };
                        partner?: {
                            code: string;
                            qualifier?: string;
                        };
                        /** @description What we write with; what we read is recognised by itself */
                        delimiters?: {
                            element: string;
                            component: string;
                            terminator: string;
                            release?: string;
                        };
                        /** @description Of local times in both directions; else the zone of the site */
                        timeZone?: string;
                        /** @description Agreed meaning of commitment (4017) or forecast (680) qualifiers */
                        horizons?: {
                            [key: string]: "backorder" | "immediate" | "firm" | "production" | "material" | "forecast";
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description identifier */
                            partner: string;
                            name: string;
                            profile: {
                                /**
                                 * @description VDA: records 4905 and 4913. CSV: schedules as the sheet of call-offs
                                 * @enum {unknown}
                                 */
                                format: "edifact" | "x12" | "vda" | "csv";
                                /**
                                 * @description Folder: edi-out/<us>/<partner>/ below the data folder. None: messages are kept to be fetched.
                                 * @enum {unknown}
                                 */
                                channel: "folder" | "webhook" | "none";
                                /** @description Where the channel webhook posts to */
                                url?: string;
                                sends: ("schedule" | "despatch" | "receipt" | "inventory" | "status" | "transport-order")[];
                                /**
                                 * @description Call-offs go as DELJIT or 862 (own), or as forecasts do, in DELFOR or 830
                                 * @enum {unknown}
                                 */
                                callOffs?: "own" | "as-forecast";
                                /** @description Versions of what we write; the usual ones where nothing is said */
                                versions?: {
                                    /**
                                     * @description Directory of DELFOR
                                     * @enum {unknown}
                                     */
                                    forecast?: "97A" | "04A" | "96A";
                                    /**
                                     * @description Directory of DELJIT
                                     * @enum {unknown}
                                     */
                                    callOff?: "04B" | "97A";
                                    /**
                                     * @description Directory of DESADV
                                     * @enum {unknown}
                                     */
                                    despatch?: "97A" | "96A" | "07A";
                                    /**
                                     * @description Release of all X12 sets
                                     * @enum {unknown}
                                     */
                                    x12?: "002001" | "002040" | "003020" | "003040" | "003060" | "004010" | "004030" | "005010";
                                };
                                /** @description CONTRL, 997, APERAK and 824 go back by themselves */
                                acknowledges: boolean;
                                /** @description What we send is marked as a test */
                                test: boolean;
                                own?: {
                                    code: string;
                                    qualifier?: string;
                                };
                                partner?: {
                                    code: string;
                                    qualifier?: string;
                                };
                                /** @description What we write with; what we read is recognised by itself */
                                delimiters?: {
                                    element: string;
                                    component: string;
                                    terminator: string;
                                    release?: string;
                                };
                                /** @description Of local times in both directions; else the zone of the site */
                                timeZone?: string;
                                /** @description Agreed meaning of commitment (4017) or forecast (680) qualifiers */
                                horizons?: {
                                    [key: string]: "backorder" | "immediate" | "firm" | "production" | "material" | "forecast";
                                };
                            };
                            /** @description No profile is kept; these are the defaults */
                            isDefault: boolean;
                            changedAt?: string;
                            /** @description Signs what the webhook gets; shown this once */
                            secret?: string;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Back to the defaults */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    partner: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Our webhooks, and how far each has come */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            webhooks: {
                                id: string;
                                name: string;
                                url: string;
                                /** @description Empty: events of all types */
                                types: ("organisation-registered" | "site-registered" | "packaging-registered" | "part-registered" | "part-numbered" | "bill-of-material-registered" | "lane-agreed" | "lane-ended" | "identifier-mapped" | "agreement-proposed" | "agreement-accepted" | "agreement-revoked" | "roles-granted" | "credential-changed" | "person-erased" | "schedule-released" | "requirement-planned" | "production-planned" | "shipment-despatched" | "consignment-handed-over" | "position-reported" | "telemetry-digested" | "geofence-crossed" | "arrival-estimated" | "goods-received" | "stock-counted" | "stock-moved" | "stock-transfer-planned" | "runout-projected" | "runout-light-projected" | "containers-moved" | "container-balance-stated" | "demand-committed" | "proposal-answered" | "release-changed" | "transport-milestone-reported" | "attachments-erased" | "equipment-assigned" | "demand-history-stated" | "demand-history-judged" | "part-succession-stated" | "forecast-panel-stated" | "forecast-published" | "capacity-stated" | "capacity-resources-stated" | "capacity-withdrawn" | "build-plan-stated" | "scenario-stated" | "scenario-promoted" | "scenario-dropped" | "end-demand-passed" | "exception-raised" | "exception-withdrawn" | "exception-light-changed" | "exception-told" | "exception-options-ranked" | "exception-option-chosen" | "line-stop-cost-stated" | "season-plan-published" | "collection-rhythm-set" | "master-tour-set" | "tariff-agreed" | "full-load-rates-agreed" | "groupage-rates-agreed" | "vehicle-type-registered" | "transport-ordered" | "transport-order-cancelled" | "tour-published" | "tour-stop-published" | "tour-withdrawn" | "tour-stop-withdrawn" | "tour-reported" | "tour-stop-reported" | "tour-stop-report-withdrawn" | "tour-stop-estimated" | "dock-slot-requested" | "dock-slot-confirmed" | "tender-opened" | "tender-answered" | "tender-closed" | "freight-accrued" | "freight-invoiced" | "freight-invoice-decided" | "claim-raised" | "claim-settled" | "share-rule-proposed" | "share-rule-answered" | "tour-share-computed" | "arrival-projected" | "what-if-asked")[];
                                active: boolean;
                                /** @description Delivered, or given up, up to this sequence number */
                                position: number;
                                /** @description Failed tries of the event that is next */
                                attempts: number;
                                dueAt?: string;
                                problem?: string;
                                createdAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Have events posted to an address, beginning with the next one
         * @description CloudEvents 1.0 in structured JSON, signed as Standard Webhooks say. At least once, in ledger order; `id` tells a repetition.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        url: string;
                        /** @description Empty: events of all types */
                        types: ("organisation-registered" | "site-registered" | "packaging-registered" | "part-registered" | "part-numbered" | "bill-of-material-registered" | "lane-agreed" | "lane-ended" | "identifier-mapped" | "agreement-proposed" | "agreement-accepted" | "agreement-revoked" | "roles-granted" | "credential-changed" | "person-erased" | "schedule-released" | "requirement-planned" | "production-planned" | "shipment-despatched" | "consignment-handed-over" | "position-reported" | "telemetry-digested" | "geofence-crossed" | "arrival-estimated" | "goods-received" | "stock-counted" | "stock-moved" | "stock-transfer-planned" | "runout-projected" | "runout-light-projected" | "containers-moved" | "container-balance-stated" | "demand-committed" | "proposal-answered" | "release-changed" | "transport-milestone-reported" | "attachments-erased" | "equipment-assigned" | "demand-history-stated" | "demand-history-judged" | "part-succession-stated" | "forecast-panel-stated" | "forecast-published" | "capacity-stated" | "capacity-resources-stated" | "capacity-withdrawn" | "build-plan-stated" | "scenario-stated" | "scenario-promoted" | "scenario-dropped" | "end-demand-passed" | "exception-raised" | "exception-withdrawn" | "exception-light-changed" | "exception-told" | "exception-options-ranked" | "exception-option-chosen" | "line-stop-cost-stated" | "season-plan-published" | "collection-rhythm-set" | "master-tour-set" | "tariff-agreed" | "full-load-rates-agreed" | "groupage-rates-agreed" | "vehicle-type-registered" | "transport-ordered" | "transport-order-cancelled" | "tour-published" | "tour-stop-published" | "tour-withdrawn" | "tour-stop-withdrawn" | "tour-reported" | "tour-stop-reported" | "tour-stop-report-withdrawn" | "tour-stop-estimated" | "dock-slot-requested" | "dock-slot-confirmed" | "tender-opened" | "tender-answered" | "tender-closed" | "freight-accrued" | "freight-invoiced" | "freight-invoice-decided" | "claim-raised" | "claim-settled" | "share-rule-proposed" | "share-rule-answered" | "tour-share-computed" | "arrival-projected" | "what-if-asked")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            url: string;
                            /** @description Empty: events of all types */
                            types: ("organisation-registered" | "site-registered" | "packaging-registered" | "part-registered" | "part-numbered" | "bill-of-material-registered" | "lane-agreed" | "lane-ended" | "identifier-mapped" | "agreement-proposed" | "agreement-accepted" | "agreement-revoked" | "roles-granted" | "credential-changed" | "person-erased" | "schedule-released" | "requirement-planned" | "production-planned" | "shipment-despatched" | "consignment-handed-over" | "position-reported" | "telemetry-digested" | "geofence-crossed" | "arrival-estimated" | "goods-received" | "stock-counted" | "stock-moved" | "stock-transfer-planned" | "runout-projected" | "runout-light-projected" | "containers-moved" | "container-balance-stated" | "demand-committed" | "proposal-answered" | "release-changed" | "transport-milestone-reported" | "attachments-erased" | "equipment-assigned" | "demand-history-stated" | "demand-history-judged" | "part-succession-stated" | "forecast-panel-stated" | "forecast-published" | "capacity-stated" | "capacity-resources-stated" | "capacity-withdrawn" | "build-plan-stated" | "scenario-stated" | "scenario-promoted" | "scenario-dropped" | "end-demand-passed" | "exception-raised" | "exception-withdrawn" | "exception-light-changed" | "exception-told" | "exception-options-ranked" | "exception-option-chosen" | "line-stop-cost-stated" | "season-plan-published" | "collection-rhythm-set" | "master-tour-set" | "tariff-agreed" | "full-load-rates-agreed" | "groupage-rates-agreed" | "vehicle-type-registered" | "transport-ordered" | "transport-order-cancelled" | "tour-published" | "tour-stop-published" | "tour-withdrawn" | "tour-stop-withdrawn" | "tour-reported" | "tour-stop-reported" | "tour-stop-report-withdrawn" | "tour-stop-estimated" | "dock-slot-requested" | "dock-slot-confirmed" | "tender-opened" | "tender-answered" | "tender-closed" | "freight-accrued" | "freight-invoiced" | "freight-invoice-decided" | "claim-raised" | "claim-settled" | "share-rule-proposed" | "share-rule-answered" | "tour-share-computed" | "arrival-projected" | "what-if-asked")[];
                            active: boolean;
                            /** @description Delivered, or given up, up to this sequence number */
                            position: number;
                            /** @description Failed tries of the event that is next */
                            attempts: number;
                            dueAt?: string;
                            problem?: string;
                            createdAt: string;
                            /** @description Shown this once */
                            secret: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            url: string;
                            /** @description Empty: events of all types */
                            types: ("organisation-registered" | "site-registered" | "packaging-registered" | "part-registered" | "part-numbered" | "bill-of-material-registered" | "lane-agreed" | "lane-ended" | "identifier-mapped" | "agreement-proposed" | "agreement-accepted" | "agreement-revoked" | "roles-granted" | "credential-changed" | "person-erased" | "schedule-released" | "requirement-planned" | "production-planned" | "shipment-despatched" | "consignment-handed-over" | "position-reported" | "telemetry-digested" | "geofence-crossed" | "arrival-estimated" | "goods-received" | "stock-counted" | "stock-moved" | "stock-transfer-planned" | "runout-projected" | "runout-light-projected" | "containers-moved" | "container-balance-stated" | "demand-committed" | "proposal-answered" | "release-changed" | "transport-milestone-reported" | "attachments-erased" | "equipment-assigned" | "demand-history-stated" | "demand-history-judged" | "part-succession-stated" | "forecast-panel-stated" | "forecast-published" | "capacity-stated" | "capacity-resources-stated" | "capacity-withdrawn" | "build-plan-stated" | "scenario-stated" | "scenario-promoted" | "scenario-dropped" | "end-demand-passed" | "exception-raised" | "exception-withdrawn" | "exception-light-changed" | "exception-told" | "exception-options-ranked" | "exception-option-chosen" | "line-stop-cost-stated" | "season-plan-published" | "collection-rhythm-set" | "master-tour-set" | "tariff-agreed" | "full-load-rates-agreed" | "groupage-rates-agreed" | "vehicle-type-registered" | "transport-ordered" | "transport-order-cancelled" | "tour-published" | "tour-stop-published" | "tour-withdrawn" | "tour-stop-withdrawn" | "tour-reported" | "tour-stop-reported" | "tour-stop-report-withdrawn" | "tour-stop-estimated" | "dock-slot-requested" | "dock-slot-confirmed" | "tender-opened" | "tender-answered" | "tender-closed" | "freight-accrued" | "freight-invoiced" | "freight-invoice-decided" | "claim-raised" | "claim-settled" | "share-rule-proposed" | "share-rule-answered" | "tour-share-computed" | "arrival-projected" | "what-if-asked")[];
                            active: boolean;
                            /** @description Delivered, or given up, up to this sequence number */
                            position: number;
                            /** @description Failed tries of the event that is next */
                            attempts: number;
                            dueAt?: string;
                            problem?: string;
                            createdAt: string;
                        };
                    };
                };
            };
        };
        /** Change a webhook; it goes on where it was */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        url: string;
                        /** @description Empty: events of all types */
                        types: ("organisation-registered" | "site-registered" | "packaging-registered" | "part-registered" | "part-numbered" | "bill-of-material-registered" | "lane-agreed" | "lane-ended" | "identifier-mapped" | "agreement-proposed" | "agreement-accepted" | "agreement-revoked" | "roles-granted" | "credential-changed" | "person-erased" | "schedule-released" | "requirement-planned" | "production-planned" | "shipment-despatched" | "consignment-handed-over" | "position-reported" | "telemetry-digested" | "geofence-crossed" | "arrival-estimated" | "goods-received" | "stock-counted" | "stock-moved" | "stock-transfer-planned" | "runout-projected" | "runout-light-projected" | "containers-moved" | "container-balance-stated" | "demand-committed" | "proposal-answered" | "release-changed" | "transport-milestone-reported" | "attachments-erased" | "equipment-assigned" | "demand-history-stated" | "demand-history-judged" | "part-succession-stated" | "forecast-panel-stated" | "forecast-published" | "capacity-stated" | "capacity-resources-stated" | "capacity-withdrawn" | "build-plan-stated" | "scenario-stated" | "scenario-promoted" | "scenario-dropped" | "end-demand-passed" | "exception-raised" | "exception-withdrawn" | "exception-light-changed" | "exception-told" | "exception-options-ranked" | "exception-option-chosen" | "line-stop-cost-stated" | "season-plan-published" | "collection-rhythm-set" | "master-tour-set" | "tariff-agreed" | "full-load-rates-agreed" | "groupage-rates-agreed" | "vehicle-type-registered" | "transport-ordered" | "transport-order-cancelled" | "tour-published" | "tour-stop-published" | "tour-withdrawn" | "tour-stop-withdrawn" | "tour-reported" | "tour-stop-reported" | "tour-stop-report-withdrawn" | "tour-stop-estimated" | "dock-slot-requested" | "dock-slot-confirmed" | "tender-opened" | "tender-answered" | "tender-closed" | "freight-accrued" | "freight-invoiced" | "freight-invoice-decided" | "claim-raised" | "claim-settled" | "share-rule-proposed" | "share-rule-answered" | "tour-share-computed" | "arrival-projected" | "what-if-asked")[];
                        active: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            url: string;
                            /** @description Empty: events of all types */
                            types: ("organisation-registered" | "site-registered" | "packaging-registered" | "part-registered" | "part-numbered" | "bill-of-material-registered" | "lane-agreed" | "lane-ended" | "identifier-mapped" | "agreement-proposed" | "agreement-accepted" | "agreement-revoked" | "roles-granted" | "credential-changed" | "person-erased" | "schedule-released" | "requirement-planned" | "production-planned" | "shipment-despatched" | "consignment-handed-over" | "position-reported" | "telemetry-digested" | "geofence-crossed" | "arrival-estimated" | "goods-received" | "stock-counted" | "stock-moved" | "stock-transfer-planned" | "runout-projected" | "runout-light-projected" | "containers-moved" | "container-balance-stated" | "demand-committed" | "proposal-answered" | "release-changed" | "transport-milestone-reported" | "attachments-erased" | "equipment-assigned" | "demand-history-stated" | "demand-history-judged" | "part-succession-stated" | "forecast-panel-stated" | "forecast-published" | "capacity-stated" | "capacity-resources-stated" | "capacity-withdrawn" | "build-plan-stated" | "scenario-stated" | "scenario-promoted" | "scenario-dropped" | "end-demand-passed" | "exception-raised" | "exception-withdrawn" | "exception-light-changed" | "exception-told" | "exception-options-ranked" | "exception-option-chosen" | "line-stop-cost-stated" | "season-plan-published" | "collection-rhythm-set" | "master-tour-set" | "tariff-agreed" | "full-load-rates-agreed" | "groupage-rates-agreed" | "vehicle-type-registered" | "transport-ordered" | "transport-order-cancelled" | "tour-published" | "tour-stop-published" | "tour-withdrawn" | "tour-stop-withdrawn" | "tour-reported" | "tour-stop-reported" | "tour-stop-report-withdrawn" | "tour-stop-estimated" | "dock-slot-requested" | "dock-slot-confirmed" | "tender-opened" | "tender-answered" | "tender-closed" | "freight-accrued" | "freight-invoiced" | "freight-invoice-decided" | "claim-raised" | "claim-settled" | "share-rule-proposed" | "share-rule-answered" | "tour-share-computed" | "arrival-projected" | "what-if-asked")[];
                            active: boolean;
                            /** @description Delivered, or given up, up to this sequence number */
                            position: number;
                            /** @description Failed tries of the event that is next */
                            attempts: number;
                            dueAt?: string;
                            problem?: string;
                            createdAt: string;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Remove a webhook with its deliveries */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret; the old one signs nothing any more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Shown this once */
                            secret: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was delivered and what was given up, newest first */
        get: {
            parameters: {
                query?: {
                    state?: "delivered" | "dead" | "waiting";
                    /** @description `next` of the page before */
                    before?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            deliveries: {
                                number: number;
                                sequence: number;
                                eventId: string;
                                type: string;
                                /** @enum {unknown} */
                                state: "delivered" | "dead" | "waiting";
                                attempts: number;
                                status?: number;
                                problem?: string;
                                settledAt?: string;
                            }[];
                            next?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/letters/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is posted for an event */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    eventId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            specversion: "1.0";
                            /** @description The event’s id: the same again is the same event */
                            id: string;
                            /** @description The log that holds it */
                            source: string;
                            /** @description intakt.<type of event> */
                            type: string;
                            /**
                             * Format: date-time
                             * @description When it happened
                             */
                            time: string;
                            /** @enum {string} */
                            datacontenttype: "application/json";
                            /** @description Its place in the ledger; grows within a subscription */
                            sequence: string;
                            data: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try dead letters again: these, or all */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        numbers?: number[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            replayed: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catena-x/{partner}/item-stock/{material}/{direction}/submodel/$value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What we may see of a part, as ItemStock */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The other side of the trade: its BPNL, or its id */
                    partner: string;
                    /** @description A number that one of the two gave the part, its materialGlobalAssetId, or its id */
                    material: string;
                    /** @description INBOUND is the customer’s view, OUTBOUND the supplier’s */
                    direction: "INBOUND" | "OUTBOUND";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Payload of the aspect model */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        /** State our ItemStock of a part */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The other side of the trade: its BPNL, or its id */
                    partner: string;
                    /** @description A number that one of the two gave the part, its materialGlobalAssetId, or its id */
                    material: string;
                    /** @description INBOUND is the customer’s view, OUTBOUND the supplier’s */
                    direction: "INBOUND" | "OUTBOUND";
                };
                cookie?: never;
            };
            /** @description Payload of the aspect model */
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recorded: number;
                            known: number;
                            warnings: {
                                path: string;
                                message: string;
                            }[];
                            /** @description What the payload says that is no event, such as deliveries that have not left */
                            left: {
                                path: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catena-x/{partner}/planned-production/{material}/submodel/$value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What we may see of a part, as PlannedProductionOutput */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The other side of the trade: its BPNL, or its id */
                    partner: string;
                    /** @description A number that one of the two gave the part, its materialGlobalAssetId, or its id */
                    material: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Payload of the aspect model */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        /** State our PlannedProductionOutput of a part */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The other side of the trade: its BPNL, or its id */
                    partner: string;
                    /** @description A number that one of the two gave the part, its materialGlobalAssetId, or its id */
                    material: string;
                };
                cookie?: never;
            };
            /** @description Payload of the aspect model */
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recorded: number;
                            known: number;
                            warnings: {
                                path: string;
                                message: string;
                            }[];
                            /** @description What the payload says that is no event, such as deliveries that have not left */
                            left: {
                                path: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catena-x/{partner}/material-demand/{material}/submodel/$value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What we may see of a part, as ShortTermMaterialDemand */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The other side of the trade: its BPNL, or its id */
                    partner: string;
                    /** @description A number that one of the two gave the part, its materialGlobalAssetId, or its id */
                    material: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Payload of the aspect model */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        /** State our ShortTermMaterialDemand of a part */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The other side of the trade: its BPNL, or its id */
                    partner: string;
                    /** @description A number that one of the two gave the part, its materialGlobalAssetId, or its id */
                    material: string;
                };
                cookie?: never;
            };
            /** @description Payload of the aspect model */
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recorded: number;
                            known: number;
                            warnings: {
                                path: string;
                                message: string;
                            }[];
                            /** @description What the payload says that is no event, such as deliveries that have not left */
                            left: {
                                path: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catena-x/{partner}/week-based-material-demand/{material}/submodel/$value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What we may see of a part, as WeekBasedMaterialDemand */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The other side of the trade: its BPNL, or its id */
                    partner: string;
                    /** @description A number that one of the two gave the part, its materialGlobalAssetId, or its id */
                    material: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Payload of the aspect model */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        /** State our WeekBasedMaterialDemand of a part */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The other side of the trade: its BPNL, or its id */
                    partner: string;
                    /** @description A number that one of the two gave the part, its materialGlobalAssetId, or its id */
                    material: string;
                };
                cookie?: never;
            };
            /** @description Payload of the aspect model */
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recorded: number;
                            known: number;
                            warnings: {
                                path: string;
                                message: string;
                            }[];
                            /** @description What the payload says that is no event, such as deliveries that have not left */
                            left: {
                                path: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catena-x/{partner}/delivery-information/{material}/submodel/$value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What we may see of a part, as DeliveryInformation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The other side of the trade: its BPNL, or its id */
                    partner: string;
                    /** @description A number that one of the two gave the part, its materialGlobalAssetId, or its id */
                    material: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Payload of the aspect model */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        /** State our DeliveryInformation of a part */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The other side of the trade: its BPNL, or its id */
                    partner: string;
                    /** @description A number that one of the two gave the part, its materialGlobalAssetId, or its id */
                    material: string;
                };
                cookie?: never;
            };
            /** @description Payload of the aspect model */
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recorded: number;
                            known: number;
                            warnings: {
                                path: string;
                                message: string;
                            }[];
                            /** @description What the payload says that is no event, such as deliveries that have not left */
                            left: {
                                path: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catena-x/{partner}/days-of-supply/{material}/{direction}/submodel/$value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What we may see of a part, as DaysOfSupply */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The other side of the trade: its BPNL, or its id */
                    partner: string;
                    /** @description A number that one of the two gave the part, its materialGlobalAssetId, or its id */
                    material: string;
                    /** @description INBOUND is the customer’s view, OUTBOUND the supplier’s */
                    direction: "INBOUND" | "OUTBOUND";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Payload of the aspect model */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Refused: DaysOfSupply becomes no event */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The other side of the trade: its BPNL, or its id */
                    partner: string;
                    /** @description A number that one of the two gave the part, its materialGlobalAssetId, or its id */
                    material: string;
                    /** @description INBOUND is the customer’s view, OUTBOUND the supplier’s */
                    direction: "INBOUND" | "OUTBOUND";
                };
                cookie?: never;
            };
            /** @description Payload of the aspect model */
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recorded: number;
                            known: number;
                            warnings: {
                                path: string;
                                message: string;
                            }[];
                            /** @description What the payload says that is no event, such as deliveries that have not left */
                            left: {
                                path: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catena-x/part-type-information/{material}/submodel/$value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What we keep of a part, as PartTypeInformation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description A number of the part, its globalAssetId, or its id */
                    material: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Payload of the aspect model */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        /** State our PartTypeInformation of a part */
        post: {
            parameters: {
                query?: {
                    /** @description Of a new part, in Recommendation 20; H87 (piece) */
                    unit?: string;
                };
                header?: never;
                path: {
                    /** @description A number of the part, its globalAssetId, or its id */
                    material: string;
                };
                cookie?: never;
            };
            /** @description Payload of the aspect model */
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recorded: number;
                            known: number;
                            warnings: {
                                path: string;
                                message: string;
                            }[];
                            /** @description What the payload says that is no event, such as deliveries that have not left */
                            left: {
                                path: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catena-x/single-level-bom-as-planned/{material}/submodel/$value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What we keep of a part, as SingleLevelBomAsPlanned */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description A number of the part, its globalAssetId, or its id */
                    material: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Payload of the aspect model */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        /** State our SingleLevelBomAsPlanned of a part */
        post: {
            parameters: {
                query?: {
                    /** @description Of a new part, in Recommendation 20; H87 (piece) */
                    unit?: string;
                };
                header?: never;
                path: {
                    /** @description A number of the part, its globalAssetId, or its id */
                    material: string;
                };
                cookie?: never;
            };
            /** @description Payload of the aspect model */
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recorded: number;
                            known: number;
                            warnings: {
                                path: string;
                                message: string;
                            }[];
                            /** @description What the payload says that is no event, such as deliveries that have not left */
                            left: {
                                path: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catena-x/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests for updates that we made and that were made to us, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Only those without an answer */
                    open?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requests: {
                                id: string;
                                /** @description Who asks */
                                owner: string;
                                /** @description Who is asked */
                                partner: string;
                                /** @enum {unknown} */
                                aspect: "item-stock" | "planned-production" | "material-demand" | "week-based-material-demand" | "delivery-information" | "week-based-capacity-group";
                                /** @description The part, or the capacity group */
                                part: string;
                                /** @enum {unknown} */
                                direction?: "INBOUND" | "OUTBOUND";
                                note?: string;
                                requestedAt: string;
                                /** @description When the statement that was asked for came */
                                answeredAt?: string;
                                /** @description Where the one who is asked posts its answer */
                                answerAt: string;
                                /** @description Where the one who asks gets it */
                                readAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Ask partners for an update of an aspect of a part; the answer says who was asked
         * @description The partner sees the request, and closes it with the payload that it posts. An open request is not made twice.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        aspect: "item-stock" | "planned-production" | "material-demand" | "week-based-material-demand" | "delivery-information";
                        /** @description A number, an id or a UUID of the part */
                        material: string;
                        /** @enum {unknown} */
                        direction?: "INBOUND" | "OUTBOUND";
                        /** @description BPNL or id; all who state it when left out */
                        partner?: string;
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requests: {
                                id: string;
                                /** @description Who asks */
                                owner: string;
                                /** @description Who is asked */
                                partner: string;
                                /** @enum {unknown} */
                                aspect: "item-stock" | "planned-production" | "material-demand" | "week-based-material-demand" | "delivery-information" | "week-based-capacity-group";
                                /** @description The part, or the capacity group */
                                part: string;
                                /** @enum {unknown} */
                                direction?: "INBOUND" | "OUTBOUND";
                                note?: string;
                                requestedAt: string;
                                /** @description When the statement that was asked for came */
                                answeredAt?: string;
                                /** @description Where the one who is asked posts its answer */
                                answerAt: string;
                                /** @description Where the one who asks gets it */
                                readAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catena-x/requests/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a request with what stands already: it is still so */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @description Who asks */
                            owner: string;
                            /** @description Who is asked */
                            partner: string;
                            /** @enum {unknown} */
                            aspect: "item-stock" | "planned-production" | "material-demand" | "week-based-material-demand" | "delivery-information" | "week-based-capacity-group";
                            /** @description The part, or the capacity group */
                            part: string;
                            /** @enum {unknown} */
                            direction?: "INBOUND" | "OUTBOUND";
                            note?: string;
                            requestedAt: string;
                            /** @description When the statement that was asked for came */
                            answeredAt?: string;
                            /** @description Where the one who is asked posts its answer */
                            answerAt: string;
                            /** @description Where the one who asks gets it */
                            readAt: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catena-x/{partner}/id-based-request-for-update/submodel/$value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the partner asks of us by ids and has no answer yet, as IdBasedRequestForUpdate */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The one who is asked: its BPNL, or its id */
                    partner: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description IdBasedRequestForUpdate */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Ask a partner for its weekly demands and capacity groups anew, by their ids
         * @description A kind whose list is empty asks for all of it, an empty payload for both. An entry with `changedAt` asks only where nothing was stated since.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The one who is asked: its BPNL, or its id */
                    partner: string;
                };
                cookie?: never;
            };
            /** @description IdBasedRequestForUpdate */
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requests: {
                                id: string;
                                /** @description Who asks */
                                owner: string;
                                /** @description Who is asked */
                                partner: string;
                                /** @enum {unknown} */
                                aspect: "item-stock" | "planned-production" | "material-demand" | "week-based-material-demand" | "delivery-information" | "week-based-capacity-group";
                                /** @description The part, or the capacity group */
                                part: string;
                                /** @enum {unknown} */
                                direction?: "INBOUND" | "OUTBOUND";
                                note?: string;
                                requestedAt: string;
                                /** @description When the statement that was asked for came */
                                answeredAt?: string;
                                /** @description Where the one who is asked posts its answer */
                                answerAt: string;
                                /** @description Where the one who asks gets it */
                                readAt: string;
                            }[];
                            /** @description What has been stated since `changedAt`, and is not asked for again */
                            newer: {
                                /** @enum {unknown} */
                                aspect: "item-stock" | "planned-production" | "material-demand" | "week-based-material-demand" | "delivery-information" | "week-based-capacity-group";
                                part: string;
                                statedAt: string;
                                readAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catena-x/{partner}/week-based-capacity-group/{group}/submodel/$value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A capacity group between the partner and us, as WeekBasedCapacityGroup */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The other side of the trade: its BPNL, or its id */
                    partner: string;
                    /** @description The supplier’s identifier of the group, or its capacityGroupId */
                    group: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Payload of the aspect model */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        /** State a capacity group of ours to the partner, or withdraw it as inactive */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The other side of the trade: its BPNL, or its id */
                    partner: string;
                    /** @description The supplier’s identifier of the group, or its capacityGroupId */
                    group: string;
                };
                cookie?: never;
            };
            /** @description Payload of the aspect model */
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recorded: number;
                            known: number;
                            warnings: {
                                path: string;
                                message: string;
                            }[];
                            /** @description What the payload says that is no event, such as deliveries that have not left */
                            left: {
                                path: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catena-x/{partner}/{aspect}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refused: an aspect that is not exchanged per part */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The other side of the trade: its BPNL, or its id */
                    partner: string;
                    /** @description Another aspect model */
                    aspect: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dcsa/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Equipment, transport and shipment events (DCSA Track & Trace 2.2), one or a list */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    } | {
                        [key: string]: unknown;
                    }[];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            events: {
                                eventID: string;
                                /** @enum {unknown} */
                                outcome: "moved" | "known" | "waiting" | "marked";
                                /** @description Why it moves nothing */
                                mark?: string;
                                detail?: {
                                    [key: string]: unknown;
                                };
                                shipments: string[];
                            }[];
                        };
                    };
                };
                /** @description To a callback of a subscription (header Subscription-ID) */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/container-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Container events as they came, newest first, with what became of each */
        get: {
            parameters: {
                query?: {
                    state?: "moved" | "waiting" | "marked";
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            events: {
                                id: string;
                                receivedAt: string;
                                at: string | null;
                                kind: string | null;
                                code: string | null;
                                classifier: string | null;
                                equipment: string | null;
                                place: string | null;
                                state: string;
                                mark: string | null;
                                detail: {
                                    [key: string]: unknown;
                                } | null;
                                shipments: string[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Positions of consignments under way, in batches */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        positions: {
                            /** @description identifier */
                            shipment: string;
                            longitude: number;
                            latitude: number;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            at: string;
                            speedKmh?: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accepted: number;
                            /** @description Shipments that are no consignment which the caller carries or sends */
                            unknown: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this link is for: a trip, or a gate and who comes to it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {unknown} */
                            kind: "driver" | "gate";
                            /** @description identifier */
                            organisation: string;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            now: string;
                            trips: {
                                /** @description identifier */
                                supplier: string;
                                /** @description identifier */
                                shipment: string;
                                supplierName: string;
                                customerName: string;
                                carrierName: string;
                                from: {
                                    /** @description identifier */
                                    id: string;
                                    name: string;
                                    city: string | null;
                                    country: string | null;
                                    longitude: number | null;
                                    latitude: number | null;
                                    timeZone: string;
                                } | null;
                                to: {
                                    /** @description identifier */
                                    id: string;
                                    name: string;
                                    city: string | null;
                                    country: string | null;
                                    longitude: number | null;
                                    latitude: number | null;
                                    timeZone: string;
                                } | null;
                                despatchNote: string | null;
                                transportReference: string | null;
                                vehicle: string | null;
                                packages: number | null;
                                grossMassKg: number | null;
                                collectAt: string;
                                expectedAt: string;
                                departedAt: string | null;
                                arrivedAt: string | null;
                                gateOutAt: string | null;
                                state: string;
                                steps: {
                                    milestone: string;
                                    at: string;
                                    site: string | null;
                                }[];
                            }[];
                            site: {
                                /** @description identifier */
                                id: string;
                                name: string;
                                city: string | null;
                                country: string | null;
                                longitude: number | null;
                                latitude: number | null;
                                timeZone: string;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/link/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the vehicle arrived, is loaded, left, or has a problem; with a note or a photo */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        id: string;
                        /** @description identifier */
                        supplier: string;
                        /** @description identifier */
                        shipment: string;
                        /** @enum {unknown} */
                        milestone: "arrived" | "loaded" | "departed" | "problem" | "gate-in" | "gate-out";
                        /** @enum {unknown} */
                        end?: "from" | "to";
                        /**
                         * Format: date-time
                         * @description UTC instant
                         */
                        at: string;
                        longitude?: number;
                        latitude?: number;
                        lateMinutes?: number;
                        driver?: string;
                        note?: string;
                        photo?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            sequence: number;
                            /** @enum {unknown} */
                            outcome: "recorded" | "known";
                            confirmed: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/link/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where the driver is, while the page is open; what could not be sent may come later */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        positions: {
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            at: string;
                            longitude: number;
                            latitude: number;
                            speedKmh?: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accepted: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/telemetry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Readings of one device: positions, temperature, humidity, shock, door */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description identifier */
                        shipment?: string;
                        /**
                         * Format: date-time
                         * @description UTC instant
                         */
                        at: string;
                        longitude?: number;
                        latitude?: number;
                        speedKmh?: number;
                        temperatureC?: number;
                        humidityPercent?: number;
                        shockG?: number;
                        doorOpen?: boolean;
                    } | {
                        /** @description identifier */
                        shipment?: string;
                        /**
                         * Format: date-time
                         * @description UTC instant
                         */
                        at: string;
                        longitude?: number;
                        latitude?: number;
                        speedKmh?: number;
                        temperatureC?: number;
                        humidityPercent?: number;
                        shockG?: number;
                        doorOpen?: boolean;
                    }[];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Readings that are kept */
                            accepted: number;
                            /** @description Readings that are kept but move nothing, and why */
                            marked: {
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                at: string;
                                mark: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/telemetry/traccar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A position as Traccar forwards it (forward.type=json), with the device token in forward.header */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        position: {
                            /** Format: date-time */
                            fixTime: string;
                            valid?: boolean;
                            longitude: number;
                            latitude: number;
                            speed?: number;
                            attributes?: {
                                [key: string]: unknown;
                            };
                        } & {
                            [key: string]: unknown;
                        };
                        device?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Readings that are kept */
                            accepted: number;
                            /** @description Readings that are kept but move nothing, and why */
                            marked: {
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                at: string;
                                mark: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what the preview showed; rows with errors stay out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recorded: number;
                            known: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty sheet with every column, explained, with drop-down lists for closed values */
        get: {
            parameters: {
                query: {
                    kind: "organisations" | "sites" | "packagings" | "parts" | "part-numbers" | "lanes" | "bills-of-material" | "stock" | "call-offs" | "despatch-advices" | "tour-rates" | "demand-history" | "demand-commits" | "capacity" | "full-load-rates" | "groupage-rates" | "transport-orders";
                    format: "csv" | "xlsx";
                    /** @description Of the headings; as Accept-Language says when absent */
                    language?: "en" | "de" | "zh";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is recorded, in the columns of the template; imported again it changes nothing
         * @description Call-offs: the current releases; despatch advice: shipments that are not fully received.
         */
        get: {
            parameters: {
                query: {
                    kind: "organisations" | "sites" | "packagings" | "parts" | "part-numbers" | "lanes" | "bills-of-material" | "stock" | "call-offs" | "despatch-advices" | "tour-rates" | "demand-history" | "demand-commits" | "capacity" | "full-load-rates" | "groupage-rates" | "transport-orders";
                    format: "csv" | "xlsx";
                    /** @description Of the headings; as Accept-Language says when absent */
                    language?: "en" | "de" | "zh";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/edi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in an EDI file (EDIFACT or X12): the body, or the file of a form
         * @description The bytes are kept whatever they are. Each message is answered with its state: recorded, waiting for a
         *     mapping, rejected with its mistakes, conflict, or duplicate. A file above the body limit is read as a stream and answered
         *     as open as soon as it is kept: its messages go in one by one and appear in the inbox. Header x-file-name gives the file's name, percent-encoded.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            file: string;
                            /** @description The file is kept and too large for one answer; its messages appear in the inbox */
                            open?: boolean;
                            /** @description The file that brought the same bytes before */
                            duplicateOf?: string;
                            messages: {
                                id: string;
                                file: string;
                                fileName?: string;
                                /** @description identifier */
                                organisation: string;
                                position: number;
                                format: string;
                                type: string;
                                reference?: string;
                                controlReference?: string;
                                sender: {
                                    [key: string]: unknown;
                                };
                                receiver: {
                                    [key: string]: unknown;
                                };
                                /** @enum {unknown} */
                                state: "received" | "waiting" | "recorded" | "rejected" | "conflict" | "duplicate" | "dismissed" | "test" | "matched" | "unmatched";
                                errors: {
                                    position: {
                                        message?: number;
                                        messageReference?: string;
                                        segment: number;
                                        tag: string;
                                        element?: number;
                                        component?: number;
                                        offset: number;
                                    };
                                    code: string;
                                    value?: string;
                                    expected: string;
                                    message: string;
                                    /** @enum {unknown} */
                                    severity: "error" | "warning";
                                }[];
                                unknowns: {
                                    key: string;
                                    /** @enum {unknown} */
                                    kind: "party" | "site" | "part" | "lane";
                                    role: string;
                                    required: boolean;
                                    reason: string;
                                    code: string;
                                    reference?: {
                                        [key: string]: unknown;
                                    };
                                }[];
                                events: {
                                    eventId: string;
                                    sequence: number;
                                    type: string;
                                    /** @enum {unknown} */
                                    outcome: "recorded" | "known";
                                    /** @description False: a reported fact, its speaker has not said it itself. */
                                    confirmed: boolean;
                                }[];
                                conflict?: unknown;
                                receivedAt: string;
                                decidedAt?: string;
                                decidedBy?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Our captures, newest first */
        get: {
            parameters: {
                query?: {
                    perPage?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            captureID: string;
                            createdAt: string;
                            finishedAt?: string;
                            running: boolean;
                            success: boolean;
                            /** @enum {unknown} */
                            captureErrorBehaviour: "rollback" | "proceed";
                            errors: {
                                type: string;
                                title: string;
                                status: number;
                                detail?: string;
                            }[];
                        }[];
                    };
                };
            };
        };
        put?: never;
        /**
         * Capture an EPCISDocument; the job at Location tells the outcome
         * @description GS1-Capture-Error-Behaviour: rollback (default) takes all events or none, proceed takes the valid ones.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            captureID: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/capture/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a capture came to */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            captureID: string;
                            createdAt: string;
                            finishedAt?: string;
                            running: boolean;
                            success: boolean;
                            /** @enum {unknown} */
                            captureErrorBehaviour: "rollback" | "proceed";
                            errors: {
                                type: string;
                                title: string;
                                status: number;
                                detail?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events captured by us, by time; a Link header leads to the next page */
        get: {
            parameters: {
                query?: {
                    perPage?: number;
                    nextPageToken?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Capture one event at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventID: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/eventTypes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Types of events */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            "@context": string;
                            type: string;
                            member: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/eventTypes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is of a type */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            "@context": string;
                            type: string;
                            member: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/eventTypes/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of a type */
        get: {
            parameters: {
                query?: {
                    perPage?: number;
                    nextPageToken?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/epcs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** epcs of our events; a Link header leads to the next page */
        get: {
            parameters: {
                query?: {
                    perPage?: number;
                    nextPageToken?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            "@context": string;
                            type: string;
                            member: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/epcs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is of one of the epcs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            "@context": string;
                            type: string;
                            member: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/epcs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of one of the epcs */
        get: {
            parameters: {
                query?: {
                    perPage?: number;
                    nextPageToken?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/readPoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** readPoints of our events; a Link header leads to the next page */
        get: {
            parameters: {
                query?: {
                    perPage?: number;
                    nextPageToken?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            "@context": string;
                            type: string;
                            member: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/readPoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is of one of the readPoints */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            "@context": string;
                            type: string;
                            member: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/readPoints/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of one of the readPoints */
        get: {
            parameters: {
                query?: {
                    perPage?: number;
                    nextPageToken?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/bizLocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** bizLocations of our events; a Link header leads to the next page */
        get: {
            parameters: {
                query?: {
                    perPage?: number;
                    nextPageToken?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            "@context": string;
                            type: string;
                            member: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/bizLocations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is of one of the bizLocations */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            "@context": string;
                            type: string;
                            member: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/bizLocations/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of one of the bizLocations */
        get: {
            parameters: {
                query?: {
                    perPage?: number;
                    nextPageToken?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/bizSteps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** bizSteps of our events; a Link header leads to the next page */
        get: {
            parameters: {
                query?: {
                    perPage?: number;
                    nextPageToken?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            "@context": string;
                            type: string;
                            member: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/bizSteps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is of one of the bizSteps */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            "@context": string;
                            type: string;
                            member: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/bizSteps/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of one of the bizSteps */
        get: {
            parameters: {
                query?: {
                    perPage?: number;
                    nextPageToken?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/dispositions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** dispositions of our events; a Link header leads to the next page */
        get: {
            parameters: {
                query?: {
                    perPage?: number;
                    nextPageToken?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            "@context": string;
                            type: string;
                            member: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/dispositions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is of one of the dispositions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            "@context": string;
                            type: string;
                            member: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/dispositions/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of one of the dispositions */
        get: {
            parameters: {
                query?: {
                    perPage?: number;
                    nextPageToken?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The resources of this interface */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            "@context": string;
                            type: string;
                            member: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Our named queries */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            /** @description Parameters of SimpleEventQuery; lists as arrays */
                            query: {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** Keep a query under a name */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @description Parameters of SimpleEventQuery; lists as arrays */
                        query: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            /** @description Parameters of SimpleEventQuery; lists as arrays */
                            query: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/queries/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A named query */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            /** @description Parameters of SimpleEventQuery; lists as arrays */
                            query: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Forget a query, with its subscriptions */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/queries/{name}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is told */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            subscriptionID: string;
                            queryName: string;
                            dest: string;
                            createdAt: string;
                            lastNotifiedAt?: string;
                            stream?: boolean;
                            schedule?: {
                                second?: string;
                                minute?: string;
                                hour?: string;
                                dayOfMonth?: string;
                                month?: string;
                                dayOfWeek?: string;
                            };
                            reportIfEmpty: boolean;
                            /** @description Why the last report did not arrive */
                            problem?: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** Have what a query finds posted to an address, as it is captured (stream) or on a schedule (UTC) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        dest: string;
                        signatureToken?: string;
                        stream?: boolean;
                        schedule?: {
                            second?: string;
                            minute?: string;
                            hour?: string;
                            dayOfMonth?: string;
                            month?: string;
                            dayOfWeek?: string;
                        };
                        reportIfEmpty?: boolean;
                        /** Format: date-time */
                        initialRecordTime?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            subscriptionID: string;
                            queryName: string;
                            dest: string;
                            createdAt: string;
                            lastNotifiedAt?: string;
                            stream?: boolean;
                            schedule?: {
                                second?: string;
                                minute?: string;
                                hour?: string;
                                dayOfMonth?: string;
                                month?: string;
                                dayOfWeek?: string;
                            };
                            reportIfEmpty: boolean;
                            /** @description Why the last report did not arrive */
                            problem?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/queries/{name}/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One subscription */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            subscriptionID: string;
                            queryName: string;
                            dest: string;
                            createdAt: string;
                            lastNotifiedAt?: string;
                            stream?: boolean;
                            schedule?: {
                                second?: string;
                                minute?: string;
                                hour?: string;
                                dayOfMonth?: string;
                                month?: string;
                                dayOfWeek?: string;
                            };
                            reportIfEmpty: boolean;
                            /** @description Why the last report did not arrive */
                            problem?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Unsubscribe */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcis/queries/{name}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that a named query finds; a WebSocket gets them as they are captured */
        get: {
            parameters: {
                query?: {
                    perPage?: number;
                    nextPageToken?: string;
                    /** @description For a WebSocket, which always streams */
                    stream?: boolean;
                    /** @description Where a WebSocket begins */
                    initialRecordTime?: string;
                };
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a CSV or XLSX sheet: what would be created or changed, and what is wrong, row by row
         * @description At most 20,000 rows. An empty cell leaves what is there. Headers in English or German; a lone comma is the decimal sign.
         */
        post: {
            parameters: {
                query: {
                    kind: "organisations" | "sites" | "packagings" | "parts" | "part-numbers" | "lanes" | "bills-of-material" | "stock" | "call-offs" | "despatch-advices" | "tour-rates" | "demand-history" | "demand-commits" | "capacity" | "full-load-rates" | "groupage-rates" | "transport-orders";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            rows: {
                                /** @description As the spreadsheet counts: the header is row 1 */
                                row: number;
                                /** @enum {unknown} */
                                action: "create" | "change" | "same" | "error";
                                key: string;
                                changes: {
                                    field: string;
                                    old?: string | number | boolean | (string | number)[];
                                    new: string | number | boolean | (string | number)[];
                                }[];
                                errors: {
                                    field: string;
                                    value: string;
                                    message: string;
                                }[];
                            }[];
                            counts: {
                                create: number;
                                change: number;
                                same: number;
                                error: number;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Long computations of my organisation, newest first */
        get: {
            parameters: {
                query?: {
                    kind?: string;
                    state?: "queued" | "running" | "done" | "failed" | "cancelled";
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            jobs: {
                                id: string;
                                organisation: string;
                                kind: string;
                                person: string | null;
                                input: {
                                    [key: string]: unknown;
                                };
                                /** @enum {unknown} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                progress: number;
                                note: {
                                    [key: string]: unknown;
                                } | null;
                                result: {
                                    [key: string]: unknown;
                                } | null;
                                problem: string | null;
                                cancelAsked: boolean;
                                /**
                                 * Format: date-time
                                 * @description UTC instant
                                 */
                                createdAt: string;
                                startedAt: string | null;
                                endedAt: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Start a long computation; its progress comes through the feed as a change of "jobs" */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        kind: string;
                        input: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            organisation: string;
                            kind: string;
                            person: string | null;
                            input: {
                                [key: string]: unknown;
                            };
                            /** @enum {unknown} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            progress: number;
                            note: {
                                [key: string]: unknown;
                            } | null;
                            result: {
                                [key: string]: unknown;
                            } | null;
                            problem: string | null;
                            cancelAsked: boolean;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            createdAt: string;
                            startedAt: string | null;
                            endedAt: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One long computation: how far it is, or what became of it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            organisation: string;
                            kind: string;
                            person: string | null;
                            input: {
                                [key: string]: unknown;
                            };
                            /** @enum {unknown} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            progress: number;
                            note: {
                                [key: string]: unknown;
                            } | null;
                            result: {
                                [key: string]: unknown;
                            } | null;
                            problem: string | null;
                            cancelAsked: boolean;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            createdAt: string;
                            startedAt: string | null;
                            endedAt: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a long computation; one that keeps its best so far gives that */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description identifier */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            organisation: string;
                            kind: string;
                            person: string | null;
                            input: {
                                [key: string]: unknown;
                            };
                            /** @enum {unknown} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            progress: number;
                            note: {
                                [key: string]: unknown;
                            } | null;
                            result: {
                                [key: string]: unknown;
                            } | null;
                            problem: string | null;
                            cancelAsked: boolean;
                            /**
                             * Format: date-time
                             * @description UTC instant
                             */
                            createdAt: string;
                            startedAt: string | null;
                            endedAt: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "live";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Database reachable and ledger head verified */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ready";
                            ledgerSize: number;
                            database: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics in Prometheus text format */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything this organisation may see: read tables and events, one JSON object a line */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description application/x-ndjson */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
