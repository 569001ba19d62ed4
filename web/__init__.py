"""What has no screen: headers, gate, health, and the routes that hand out reports and files.

Starlette only. It asks `wiring.desk()` for everything that is stored and knows no screen.
"""
