@echo off
call "%~dp0..\Start MB-kurset (Windows).bat" leader
